package fovea.imports.keras;

import fovea.imports.FileTensor;
import fovea.imports.LayerProblem;
import fovea.imports.NetDraft;
import fovea.imports.Turn;
import fovea.imports.keras.WeightStore.Variable;
import fovea.model.layered.Layer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// One Keras layer on its way into the draft: its settings, its weights, what it takes.
final class Translation {
    private final NetDraft draft;
    private final KerasLayer layer;
    private final Settings settings;
    private final List<Variable> variables;
    private final int version;
    private final Set<Integer> used = new HashSet<>();
    private int parts;

    /// @param version the major version of Keras
    Translation(NetDraft draft, KerasLayer layer, List<Variable> variables, int version) {
        this.draft = draft;
        this.layer = layer;
        this.settings = new Settings(layer.config());
        this.variables = variables;
        this.version = version;
    }

    KerasLayer layer() {
        return layer;
    }

    Settings settings() {
        return settings;
    }

    NetDraft draft() {
        return draft;
    }

    int version() {
        return version;
    }

    /// The only layer it takes.
    String input() {
        if (layer.operands().size() != 1 || layer.inputs().size() != 1) {
            throw new LayerProblem(
                    "it takes %d inputs, not one".formatted(layer.operands().size()),
                    "build the model from layers that take one image");
        }
        return layer.inputs().getFirst();
    }

    /// How many axes its input has, with that of the samples.
    int rank() {
        if (layer.inputs().isEmpty()) {
            throw new LayerProblem("it takes nothing", "connect it with the layer before it");
        }
        return draft.rank(layer.inputs().getFirst());
    }

    /// Adds the layer, or a further part that follows it; gives the name for its weights.
    String add(Layer part) {
        List<String> inputs = parts++ == 0 ? layer.inputs() : List.of(layer.name());
        return draft.add(layer.name(), part, inputs);
    }

    /// The layer does nothing to its input.
    void pass() {
        draft.passes(layer.name(), input());
    }

    /// Says which variable a parameter is.
    ///
    /// @param index of the variable in the layer's own order
    /// @param name Keras' own, which is checked where the file tells it
    void weight(String target, String parameter, int index, String name, Turn turn) {
        draft.weights(target, parameter, variable(index, name), turn);
    }

    FileTensor variable(int index, String name) {
        if (index >= variables.size()) {
            throw new LayerProblem(
                    "its weight '%s' is not in the file".formatted(name),
                    "save the whole model after it was built, not before");
        }
        String found = variables.get(index).name();
        if (!found.isEmpty() && !found.endsWith(name)) {
            throw new LayerProblem(
                    "its weight '%s' is called '%s' in the file".formatted(name, found),
                    "save the model again with Keras");
        }
        used.add(index);
        return variables.get(index).tensor();
    }

    int variables() {
        return variables.size();
    }

    /// Nothing of the layer may be passed over.
    void finish() {
        settings.notUnderstood()
                .ifPresent(
                        key -> {
                            throw new LayerProblem(
                                    "its setting '%s' is not known to this program".formatted(key),
                                    "it may come from a newer Keras; save the model without it");
                        });
        if (used.size() != variables.size()) {
            throw new LayerProblem(
                    "it has %d weights, known are %d".formatted(variables.size(), used.size()),
                    "it may come from a newer Keras; save the model with an older one");
        }
    }
}

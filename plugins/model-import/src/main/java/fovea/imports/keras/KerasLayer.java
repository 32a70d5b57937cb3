package fovea.imports.keras;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.List;

/// A layer of a Keras model, out of the models it is nested in.
///
/// @param name in all the models: `base/conv1`
/// @param type the class: `Conv2D`
/// @param module where the class is from; empty in older files
/// @param config its settings
/// @param operands what it takes, in order
/// @param place where its weights are
record KerasLayer(
        String name,
        String type,
        String module,
        JsonNode config,
        List<Operand> operands,
        WeightPlace place) {
    KerasLayer {
        operands = List.copyOf(operands);
    }

    /// What a layer takes.
    sealed interface Operand {
        /// What another layer makes, by its name.
        record Result(String layer) implements Operand {}

        record Constant(double value) implements Operand {}
    }

    /// Where weights are, in the two kinds of file.
    ///
    /// @param group in a `.keras` archive: `layers/functional/layers/conv2d`
    /// @param outermost in an `.h5` file the name of the outermost layer that holds it
    /// @param own its own name
    record WeightPlace(String group, String outermost, String own) {}

    /// Whether it is a function that was called, not a layer.
    boolean operation() {
        return KerasModules.isOperation(module, config);
    }

    /// The layers it takes, where it takes nothing else.
    List<String> inputs() {
        return operands.stream()
                .filter(Operand.Result.class::isInstance)
                .map(operand -> ((Operand.Result) operand).layer())
                .toList();
    }
}

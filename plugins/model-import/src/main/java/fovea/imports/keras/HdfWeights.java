package fovea.imports.keras;

import fovea.imports.LayerProblem;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The weights of an `.h5` file: a group for each outermost layer, with the paths of its variables
/// in the attribute `weight_names`.
final class HdfWeights implements WeightStore {
    private static final String ROOT = "model_weights";

    private final Hdf file;
    private final Set<String> layers;

    HdfWeights(Hdf file) {
        this.file = file;
        layers = Set.copyOf(file.texts(ROOT, "layer_names"));
    }

    @Override
    public List<Variable> of(KerasLayer layer) {
        KerasLayer.WeightPlace place = layer.place();
        if (layer.operation()) {
            return List.of();
        }
        if (!layers.contains(place.outermost())) {
            throw new LayerProblem("the file has no weights of it", "save the whole model again");
        }
        String group = ROOT + "/" + place.outermost();
        boolean nested = !place.outermost().equals(place.own());
        List<Variable> variables = new ArrayList<>();
        for (String path : file.texts(group, "weight_names")) {
            String[] steps = path.split("/");
            String variable = steps[steps.length - 1].replaceAll(":[0-9]+$", "");
            boolean own =
                    !nested || (steps.length > 1 && steps[steps.length - 2].equals(place.own()));
            if (own) {
                boolean twice = variables.stream().anyMatch(known -> known.name().equals(variable));
                if (twice) {
                    throw new LayerProblem(
                            "two layers inside '" + place.outermost() + "' have its name",
                            "give each layer a name of its own, or save the model as .keras");
                }
                variables.add(new Variable(variable, file.tensor(group + "/" + path)));
            }
        }
        return variables;
    }

    @Override
    public void close() {
        file.close();
    }
}

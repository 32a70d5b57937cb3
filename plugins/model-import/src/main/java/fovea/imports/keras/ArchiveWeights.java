package fovea.imports.keras;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The weights of a `.keras` archive: `layers/conv2d_1/vars/0`, counted by class in the order of
/// the layers.
final class ArchiveWeights implements WeightStore {
    private static final String VARIABLES = "/vars";
    private static final String NAME = "name";

    private final Hdf file;

    ArchiveWeights(Hdf file) {
        this.file = file;
    }

    @Override
    public List<Variable> of(KerasLayer layer) {
        String group = group(layer.place());
        List<Variable> variables = new ArrayList<>();
        while (file.has(group + VARIABLES + "/" + variables.size())) {
            String path = group + VARIABLES + "/" + variables.size();
            variables.add(new Variable("", file.tensor(path)));
        }
        return variables;
    }

    /// Newer files also tell each layer's name, which is surer than counting.
    private String group(KerasLayer.WeightPlace place) {
        Optional<String> name = file.text(place.group() + VARIABLES, NAME);
        if (name.isEmpty() || name.get().equals(place.own())) {
            return place.group();
        }
        String container = place.group().substring(0, place.group().lastIndexOf('/'));
        return file.children(container).stream()
                .map(child -> container + "/" + child)
                .filter(
                        child ->
                                file.text(child + VARIABLES, NAME).equals(Optional.of(place.own())))
                .findFirst()
                .orElse(place.group());
    }

    @Override
    public void close() {
        file.close();
    }
}

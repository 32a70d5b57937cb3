package fovea.engine.onnx;

import fovea.onnx.Dimension;
import fovea.onnx.ValueInfo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the named dimensions of a model are in one run, learnt from the inputs.
final class Sizes {
    private final Map<String, Integer> known = new HashMap<>();

    /// Whether a shape is one that a value can have; its named dimensions are then known.
    boolean fit(ValueInfo info, List<Integer> shape) {
        List<Dimension> dims = info.dims().orElse(List.of());
        boolean fits = info.dims().isEmpty() || dims.size() == shape.size();
        for (int axis = 0; fits && axis < dims.size(); axis++) {
            int size = shape.get(axis);
            fits =
                    switch (dims.get(axis)) {
                        case Dimension.Fixed fixed -> fixed.size() == size;
                        case Dimension.Dynamic(String name) ->
                                name.isEmpty() || known.merge(name, size, (a, b) -> a) == size;
                    };
        }
        return fits;
    }

    /// The shape a value will have, if the model says so.
    Optional<List<Integer>> expected(ValueInfo info) {
        if (info.dims().isEmpty()) {
            return Optional.empty();
        }
        List<Integer> shape = new ArrayList<>();
        for (Dimension dimension : info.dims().get()) {
            long size =
                    switch (dimension) {
                        case Dimension.Fixed fixed -> fixed.size();
                        case Dimension.Dynamic(String name) -> known.getOrDefault(name, 0);
                    };
            if (size < 1 || size > Integer.MAX_VALUE) {
                return Optional.empty();
            }
            shape.add((int) size);
        }
        return Optional.of(shape);
    }
}

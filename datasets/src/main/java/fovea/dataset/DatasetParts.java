package fovea.dataset;

import fovea.problem.InvalidInputException;

import java.util.Map;

/// The parts one folder or file holds, by name (`train`, `validation`, `test`, or `all` where
/// nothing tells them apart), in that order.
public record DatasetParts(Map<String, Dataset> parts) {
    public static final String TRAIN = "train";
    public static final String VALIDATION = "validation";
    public static final String TEST = "test";
    public static final String ALL = "all";

    /// The part of a name.
    ///
    /// @throws InvalidInputException if there is none, naming those there are
    public Dataset part(String name) {
        Dataset part = parts.get(name);
        if (part == null) {
            throw InvalidInputException.of(
                    "part " + name,
                    "the dataset has no such part",
                    "choose one of " + String.join(", ", parts.keySet()));
        }
        return part;
    }

    public boolean has(String name) {
        return parts.containsKey(name);
    }
}

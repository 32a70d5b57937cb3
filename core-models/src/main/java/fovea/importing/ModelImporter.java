package fovea.importing;

import java.nio.file.Path;

/// Reads the model files of another program. Nothing that a file holds is ever run or deserialised.
public interface ModelImporter {
    /// What its files are called: `Keras (.keras, .h5)`.
    String name();

    /// Whether a file is one of its own, by what it holds and not by its name.
    ///
    /// @throws fovea.problem.InvalidInputException if it cannot be read
    boolean recognises(Path file);

    /// Reads a model with its weights.
    ///
    /// @throws fovea.problem.InvalidInputException with everything that stands against it: unknown
    ///   layers, code in the file, damage
    ImportedNet read(Path file, ImportRequest request);
}

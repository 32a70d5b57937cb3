package fovea.imports.keras;

import fovea.imports.FileTensor;

import java.util.List;

/// The weights of a Keras file.
interface WeightStore extends AutoCloseable {
    /// A variable of a layer, with its name where the file tells it.
    ///
    /// @param name such as `kernel`; empty if the file does not tell it
    record Variable(String name, FileTensor tensor) {}

    /// The variables of a layer, in the layer's own order.
    List<Variable> of(KerasLayer layer);

    @Override
    void close();
}

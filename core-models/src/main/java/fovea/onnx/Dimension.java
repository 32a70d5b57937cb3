package fovea.onnx;

/// One dimension of a tensor that a model takes or gives.
public sealed interface Dimension {
    /// Always this many.
    record Fixed(long size) implements Dimension {
        @Override
        public String toString() {
            return Long.toString(size);
        }
    }

    /// Known when the model runs; dimensions of the same name are equal.
    ///
    /// @param name such as `N`; may be empty
    record Dynamic(String name) implements Dimension {
        @Override
        public String toString() {
            return name.isEmpty() ? "?" : name;
        }
    }
}

package fovea.engine.onnx;

import java.util.Optional;
import java.util.function.Supplier;

/// What is worked out when it is first asked for, and once whoever asks; if that fails, the next
/// one to ask tries again.
final class Remembered<T> implements Supplier<T> {
    private final Supplier<T> source;
    private Optional<T> value = Optional.empty();

    Remembered(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public synchronized T get() {
        T known = value.orElseGet(source);
        value = Optional.of(known);
        return known;
    }
}

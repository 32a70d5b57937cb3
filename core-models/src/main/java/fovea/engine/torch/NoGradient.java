package fovea.engine.torch;

import org.bytedeco.pytorch.GradMode;

/// While open, this thread's operations are not recorded for gradients.
final class NoGradient implements AutoCloseable {
    private final boolean before = GradMode.is_enabled();

    NoGradient() {
        GradMode.set_enabled(false);
    }

    @Override
    public void close() {
        GradMode.set_enabled(before);
    }
}

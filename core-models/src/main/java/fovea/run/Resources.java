package fovea.run;

import java.util.ArrayDeque;
import java.util.Deque;

/// Things to close together, the last opened first.
final class Resources implements AutoCloseable {
    private final Deque<Runnable> closings = new ArrayDeque<>();

    void onClose(Runnable closing) {
        closings.push(closing);
    }

    @Override
    public void close() {
        while (!closings.isEmpty()) {
            closings.pop().run();
        }
    }
}

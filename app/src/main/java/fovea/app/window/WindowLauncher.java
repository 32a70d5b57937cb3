package fovea.app.window;

import javafx.application.Platform;

import java.util.concurrent.CountDownLatch;

/// Opens the window from a class that is no JavaFX application, as a class path without modules
/// requires.
public final class WindowLauncher {
    private WindowLauncher() {}

    /// Opens the window and returns when it is closed.
    ///
    /// @throws UnsupportedOperationException if there is no display
    public static void open(WindowOptions options) {
        CountDownLatch closed = new CountDownLatch(1);
        Platform.startup(() -> new MainWindow(options, closed::countDown).show());
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
    }
}

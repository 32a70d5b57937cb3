package fovea.engine.dl4j;

import org.nd4j.linalg.factory.Environment;
import org.nd4j.linalg.factory.Nd4j;

/// The switch for oneDNN's implementations, which is one for the whole process.
final class OneDnn {
    private static final Object SWITCH = new Object();

    private OneDnn() {}

    /// Runs an operation with libnd4j's own implementation.
    static void without(Runnable operation) {
        synchronized (SWITCH) {
            Environment environment = Nd4j.getEnvironment();
            environment.allowHelpers(false);
            try {
                operation.run();
            } finally {
                environment.allowHelpers(true);
            }
        }
    }
}

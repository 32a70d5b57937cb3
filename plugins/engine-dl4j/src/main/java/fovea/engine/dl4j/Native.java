package fovea.engine.dl4j;

import fovea.engine.EngineException;
import fovea.engine.ProcessSettings;

import org.nd4j.linalg.factory.Environment;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

import java.util.function.Supplier;

/// Loads ND4J once, with as many threads as asked for.
final class Native {
    private Native() {}

    /// Loading happens when this class is first used, which the JVM makes happen once.
    private static final class Libraries {
        private static final NativeOps OPERATIONS;

        static {
            int threads = ProcessSettings.threads();
            ProcessSettings.apply(threads);
            Environment environment = Nd4j.getEnvironment();
            environment.setMaxThreads(threads);
            environment.setMaxMasterThreads(threads);
            OPERATIONS = NativeOpsHolder.getInstance().getDeviceNativeOps();
        }

        /// OpenMP counts threads for each thread that calls it.
        static void ready() {
            OPERATIONS.setOmpNumThreads(ProcessSettings.threads());
        }
    }

    static void load() {
        Processor.check();
        try {
            Libraries.ready();
        } catch (LinkageError | IllegalStateException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new EngineException(
                    "ND4J could not be loaded: "
                            + cause.getMessage()
                            + "; use a 64-bit Linux, Windows or macOS with free disk space under "
                            + System.getProperty("user.home")
                            + " for the native libraries, or engine torch",
                    e);
        }
    }

    /// Does work on ND4J and turns what it throws into messages.
    static <T> T running(String work, Supplier<T> body) {
        load();
        try {
            return body.get();
        } catch (RuntimeException e) {
            throw Failures.in(work, e);
        } catch (OutOfMemoryError e) {
            throw Failures.memory(e);
        }
    }
}

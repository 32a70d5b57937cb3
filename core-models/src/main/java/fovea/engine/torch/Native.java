package fovea.engine.torch;

import fovea.engine.EngineException;
import fovea.engine.ProcessSettings;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;

/// Loads libtorch once, with as many threads as [Threads] says.
final class Native {
    private static final String MEMORY_LIMIT = "org.bytedeco.javacpp.maxphysicalbytes";

    private Native() {}

    /// Loading happens when this class is first used, which the JVM makes happen once.
    private static final class Libraries {
        static {
            // The default limit counts libtorch's own memory against the Java heap's size and fails
            // big trainings for no reason; asking for it also costs time at every native object.
            if (System.getProperty(MEMORY_LIMIT) == null) {
                System.setProperty(MEMORY_LIMIT, "0");
            }
            ProcessSettings.apply(ProcessSettings.threads());
            Loader.load(torch.class);
            torch.set_num_threads(ProcessSettings.threads());
        }

        static void ready() {}
    }

    static void load() {
        try {
            Libraries.ready();
        } catch (LinkageError e) {
            throw new EngineException(
                    "libtorch could not be loaded: "
                            + (e.getCause() == null ? e.getMessage() : e.getCause().getMessage())
                            + "; use a 64-bit Linux, Windows or macOS with free disk space under "
                            + System.getProperty("user.home")
                            + " for the native libraries",
                    e);
        }
    }
}

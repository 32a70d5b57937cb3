package fovea.engine.dl4j;

import fovea.engine.EngineException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whether the processor has the instructions that ND4J's native code is made of. Without them the
/// process would die at the first operation.
final class Processor {
    private static final Path LINUX = Path.of("/proc/cpuinfo");

    private Processor() {}

    /// @throws EngineException if they are missing; where the system does not tell, nothing happens
    static void check() {
        if (Checked.MISSING) {
            throw new EngineException(
                    "engine dl4j needs a processor with AVX2, which this one has not; use engine"
                            + " torch");
        }
    }

    /// Looked up once, when first used.
    private static final class Checked {
        private static final boolean MISSING = missing();

        private static boolean missing() {
            if (!System.getProperty("os.arch").equals("amd64") || !Files.isReadable(LINUX)) {
                return false;
            }
            try {
                return !Files.readString(LINUX).contains(" avx2 ");
            } catch (IOException unreadable) {
                return false;
            }
        }
    }
}

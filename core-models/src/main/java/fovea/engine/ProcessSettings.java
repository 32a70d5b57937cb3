package fovea.engine;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.Map;

/// Settings of this process that native libraries read once, when they are loaded. What the user
/// has set in the environment wins. Only for Linux; elsewhere engines run with their own defaults.
public final class ProcessSettings {
    private static final String THREADS = "fovea.threads";

    /// Idle threads sleep at once instead of spinning. OpenMP's and OpenBLAS's threads otherwise
    /// keep the cores from one another, which costs more than a third of the speed on two cores.
    private static final Map<String, String> ENVIRONMENT =
            Map.of("OMP_WAIT_POLICY", "PASSIVE", "OPENBLAS_THREAD_TIMEOUT", "4");

    /// Parameters of glibc's `mallopt`: memory of one step is kept for the next instead of being
    /// returned to the system and zeroed again.
    private static final Map<String, Map<Integer, Integer>> ALLOCATOR =
            Map.of(
                    "MALLOC_TRIM_THRESHOLD_", Map.of(-1, Integer.MAX_VALUE),
                    "MALLOC_MMAP_THRESHOLD_", Map.of(-3, 32 << 20));

    private static final Linker LINKER = Linker.nativeLinker();

    private ProcessSettings() {}

    /// How many threads an engine may use: as the system property `fovea.threads` says, else
    /// `OMP_NUM_THREADS`, else one for each core.
    public static int threads() {
        String asked = System.getProperty(THREADS, System.getenv("OMP_NUM_THREADS"));
        int cores = Runtime.getRuntime().availableProcessors();
        return asked != null && asked.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(asked) : cores;
    }

    /// @param threads for OpenBLAS, which does not hear of an engine's number
    public static void apply(int threads) {
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
            set("OPENBLAS_NUM_THREADS", Integer.toString(threads));
            ENVIRONMENT.forEach(ProcessSettings::set);
            ALLOCATOR.forEach(ProcessSettings::tune);
        }
    }

    private static void set(String name, String value) {
        FunctionDescriptor signature =
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT,
                        ValueLayout.ADDRESS,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_INT);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment key = arena.allocateFrom(name);
            MemorySegment text = arena.allocateFrom(value);
            int failure = (int) function("setenv", signature).invokeExact(key, text, 0);
            assert failure == 0 : name;
        } catch (Throwable e) {
            throw new IllegalStateException("setenv failed", e);
        }
    }

    private static void tune(String name, Map<Integer, Integer> parameters) {
        if (System.getenv(name) != null || LINKER.defaultLookup().find("mallopt").isEmpty()) {
            return;
        }
        FunctionDescriptor signature =
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
        try {
            for (Map.Entry<Integer, Integer> parameter : parameters.entrySet()) {
                int key = parameter.getKey();
                int value = parameter.getValue();
                int done = (int) function("mallopt", signature).invokeExact(key, value);
                assert done == 1 : name;
            }
        } catch (Throwable e) {
            throw new IllegalStateException("mallopt failed", e);
        }
    }

    @SuppressWarnings("restricted")
    private static MethodHandle function(String name, FunctionDescriptor signature) {
        return LINKER.downcallHandle(LINKER.defaultLookup().find(name).orElseThrow(), signature);
    }
}

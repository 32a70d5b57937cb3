package fovea.app.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/// The largest resident memory of this process so far.
public final class PeakMemory {
    private static final Path STATUS = Path.of("/proc/self/status");

    private PeakMemory() {}

    /// In MiB; where the system does not tell, the Java heap and what lies beside it, without
    /// native libraries.
    public static long megabytes() {
        try {
            if (Files.isReadable(STATUS)) {
                return Files.readAllLines(STATUS).stream()
                                .filter(line -> line.startsWith("VmHWM:"))
                                .map(line -> line.replaceAll("\\D", ""))
                                .mapToLong(Long::parseLong)
                                .findFirst()
                                .orElseGet(PeakMemory::java)
                        / 1024;
            }
        } catch (IOException unreadable) {
            // the estimate below is what is left
        }
        return java() / 1024;
    }

    private static long java() {
        var memory = ManagementFactory.getMemoryMXBean();
        return (memory.getHeapMemoryUsage().getCommitted()
                        + memory.getNonHeapMemoryUsage().getCommitted())
                / 1024;
    }
}

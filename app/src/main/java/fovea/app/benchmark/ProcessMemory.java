package fovea.app.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/// The resident memory of this process.
public final class ProcessMemory {
    private static final Path STATUS = Path.of("/proc/self/status");

    private ProcessMemory() {}

    /// The largest so far, in MiB; where the system does not tell, the Java heap and what lies
    /// beside it, without native libraries.
    public static long peakMegabytes() {
        return megabytes("VmHWM:");
    }

    /// As it is now, in MiB; where the system does not tell, as [#peakMegabytes].
    static long nowMegabytes() {
        return megabytes("VmRSS:");
    }

    private static long megabytes(String line) {
        try {
            if (Files.isReadable(STATUS)) {
                return Files.readAllLines(STATUS).stream()
                                .filter(text -> text.startsWith(line))
                                .map(text -> text.replaceAll("\\D", ""))
                                .mapToLong(Long::parseLong)
                                .findFirst()
                                .orElseGet(ProcessMemory::java)
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

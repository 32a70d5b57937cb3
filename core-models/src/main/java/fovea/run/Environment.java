package fovea.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;

import fovea.checkpoint.AtomicFile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/// Where a run was made: machine, versions, command. Entries that are unknown are left out.
public record Environment(Map<String, String> entries) {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
    private static final List<String> LIBRARIES =
            List.of(
                    "org.bytedeco/pytorch",
                    "org.bytedeco/opencv",
                    "org.bytedeco/openblas",
                    "org.bytedeco/javacpp");

    public Environment {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /// @param engine name of the engine
    /// @param device what it runs on
    public static Environment current(String engine, String device) {
        Map<String, String> entries = new LinkedHashMap<>();
        Runtime runtime = Runtime.getRuntime();
        entries.put("engine", engine);
        entries.put("device", device);
        entries.put("java", Runtime.version() + " (" + System.getProperty("java.vendor") + ")");
        entries.put(
                "os",
                Stream.of("os.name", "os.version", "os.arch")
                        .map(System::getProperty)
                        .reduce((a, b) -> a + " " + b)
                        .orElse(""));
        entries.put("cpu", cpu().orElseGet(() -> System.getProperty("os.arch")));
        entries.put("cores", Integer.toString(runtime.availableProcessors()));
        memory().ifPresent(bytes -> entries.put("memoryMb", Long.toString(bytes >> 20)));
        entries.put("heapMb", Long.toString(runtime.maxMemory() >> 20));
        Optional.ofNullable(System.getProperty("fovea.threads"))
                .or(() -> Optional.ofNullable(System.getenv("OMP_NUM_THREADS")))
                .ifPresent(threads -> entries.put("threads", threads));
        for (String library : LIBRARIES) {
            resource("/META-INF/maven/" + library + "/pom.properties", "version")
                    .ifPresent(version -> entries.put(library, version));
        }
        resource("/fovea/build.properties", "version")
                .ifPresent(version -> entries.put("fovea", version));
        resource("/fovea/build.properties", "commit")
                .ifPresent(commit -> entries.put("commit", commit));
        ProcessHandle.current().info().commandLine().ifPresent(c -> entries.put("command", c));
        return new Environment(entries);
    }

    /// The environment a run was made in; empty if its file is missing or damaged.
    static Environment read(Path file) {
        try {
            Map<String, String> entries =
                    EventJson.JSON.readValue(file.toFile(), new TypeReference<>() {});
            return new Environment(entries);
        } catch (IOException e) {
            return new Environment(Map.of());
        }
    }

    void save(Path file) {
        AtomicFile.write(file, out -> out.write(ByteBuffer.wrap(json())));
    }

    private byte[] json() {
        try {
            return EventJson.JSON
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(entries)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> cpu() {
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip());
        } catch (IOException e) {
            return Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER"));
        }
    }

    private static Optional<Long> memory() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean system
                ? Optional.of(system.getTotalMemorySize())
                : Optional.empty();
    }

    private static Optional<String> resource(String name, String key) {
        try (InputStream in = Environment.class.getResourceAsStream(name)) {
            if (in == null) {
                return Optional.empty();
            }
            Properties properties = new Properties();
            properties.load(in);
            // Unfiltered when run from sources.
            return Optional.ofNullable(properties.getProperty(key))
                    .filter(value -> !value.startsWith("${"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}

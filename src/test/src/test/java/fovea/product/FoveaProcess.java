package fovea.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// `fovea` in a process of its own, on the class path of the tests.
final class FoveaProcess {
    private static final Path ROOT = Path.of(System.getProperty("fovea.root", "."));

    /// Surefire hides the real class path in the manifest of a jar.
    private static final String CLASS_PATH =
            System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path", ""));

    private final Process process;
    private final Path out;

    private FoveaProcess(Process process, Path out) {
        this.process = process;
        this.out = out;
    }

    /// What a process printed, and how it ended.
    record Result(int exitCode, String output) {}

    static FoveaProcess start(Path directory, String... words) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-Djava.awt.headless=true",
                                "-Dfovea.home=" + ROOT,
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                CLASS_PATH,
                                "fovea.app.Main"));
        command.addAll(List.of(words));
        try {
            Path out = Files.createTempFile(directory, "output", ".txt");
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(out.toFile());
            builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
            builder.environment().put("OMP_NUM_THREADS", "2");
            return new FoveaProcess(builder.start(), out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Starts, waits for the end.
    static Result run(Path directory, String... words) {
        return start(directory, words).await();
    }

    Result await() {
        try {
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(
                        "fovea did not end: " + Files.readString(out, StandardCharsets.UTF_8));
            }
            return new Result(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /// Waits until a condition holds; fails if the process ends before.
    void waitFor(BooleanSupplier condition) {
        try {
            while (!condition.getAsBoolean()) {
                if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                    throw new AssertionError("fovea ended too early: " + await().output());
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /// Ends the process at once, as `kill -9` does, when a condition holds.
    void killWhen(BooleanSupplier condition) {
        waitFor(condition);
        process.destroyForcibly().onExit().join();
    }
}

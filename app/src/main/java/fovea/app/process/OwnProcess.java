package fovea.app.process;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The product as a child process, on the same Java, class path and flags as this one.
public final class OwnProcess {
    private static final String MAIN = "fovea.app.Main";

    private OwnProcess() {}

    /// Starts `fovea` with words of the command line.
    ///
    /// @param log takes what the process prints, after what is there already
    public static Process start(List<String> words, Path log) throws IOException {
        return builder(words)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /// Starts `fovea` with words of the command line; what it prints is read from the process.
    public static Process start(List<String> words) throws IOException {
        return builder(words).start();
    }

    private static ProcessBuilder builder(List<String> words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(OwnProcess::inherited)
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putIfAbsent("OMP_WAIT_POLICY", "PASSIVE");
        return builder;
    }

    /// A child must not write the class archive of its parent, nor listen on its debug port.
    private static boolean inherited(String flag) {
        return !flag.startsWith("-XX:ArchiveClassesAtExit")
                && !flag.startsWith("-agentlib")
                && !flag.startsWith("-javaagent");
    }
}

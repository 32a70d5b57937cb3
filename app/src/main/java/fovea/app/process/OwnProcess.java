package fovea.app.process;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The product as a child process, on the same Java, class path and flags as this one, but for the
/// compiler: the window's is the quick one (`docs/decisions/0021`), that of work the thorough one.
public final class OwnProcess {
    private static final String MAIN = "fovea.app.Main";
    private static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

    private OwnProcess() {}

    /// Starts `fovea` with words of the command line.
    ///
    /// @param log takes what the process prints, after what is there already
    public static Process start(List<String> words, Path log) throws IOException {
        return start(builder(List.of(), words), log);
    }

    /// Starts `fovea` with words of the command line.
    ///
    /// @param out takes its result
    /// @param err takes what else it says
    static Process start(List<String> words, Path out, Path err) throws IOException {
        return builder(List.of(), words)
                .redirectErrorStream(false)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
    }

    /// Starts `fovea` with words that open the window.
    ///
    /// @param log takes what the process prints, after what is there already
    public static Process startWindow(List<String> words, Path log) throws IOException {
        return start(builder(List.of(QUICK_COMPILER), words), log);
    }

    private static Process start(ProcessBuilder builder, Path log) throws IOException {
        return builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
    }

    private static ProcessBuilder builder(List<String> flags, List<String> words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(inherited(ManagementFactory.getRuntimeMXBean().getInputArguments()));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putIfAbsent("OMP_WAIT_POLICY", "PASSIVE");
        return builder;
    }

    /// A child must not write the class archive of its parent, nor listen on its debug port, nor
    /// compute with the window's compiler.
    static List<String> inherited(List<String> flags) {
        return flags.stream()
                .filter(flag -> !flag.startsWith("-XX:ArchiveClassesAtExit"))
                .filter(flag -> !flag.startsWith("-agentlib"))
                .filter(flag -> !flag.startsWith("-javaagent"))
                .filter(flag -> !flag.equals(QUICK_COMPILER))
                .toList();
    }
}

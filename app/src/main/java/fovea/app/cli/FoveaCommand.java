package fovea.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// `fovea`: without a subcommand it opens the window.
@Command(
        name = "fovea",
        mixinStandardHelpOptions = true,
        versionProvider = ProductVersion.class,
        description = "A workbench for vision experiments. Without a command it opens the window.",
        synopsisSubcommandLabel = "[COMMAND]",
        subcommands = {
            DemoCommand.class,
            TrainCommand.class,
            TestCommand.class,
            EvaluateCommand.class,
            PredictCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            ComponentsCommand.class,
            DevicesCommand.class,
            ScheduleCommand.class,
            BenchmarkCommand.class
        })
public final class FoveaCommand implements Runnable {
    /// The command succeeded.
    public static final int OK = 0;

    /// The command failed.
    public static final int FAILURE = 1;

    /// The words or the files that were given cannot be used.
    public static final int INVALID = 2;

    @Option(
            names = "--stacktrace",
            scope = CommandLine.ScopeType.INHERIT,
            description = "Show where in the program an error came from")
    private boolean stacktrace;

    @Option(
            names = "--runs",
            paramLabel = "DIR",
            description = "The folder of the runs that the window shows (./runs)")
    private Path runs = Home.runs();

    @Option(
            names = "--show",
            paramLabel = "RUN",
            description = "The folder of a run that the window opens at once")
    private Optional<Path> run = Optional.empty();

    /// Runs the words of a command line on this process's output and gives the exit code.
    public static int run(String... words) {
        return run(console(System.out), console(System.err), words);
    }

    /// Runs the words of a command line and gives the exit code.
    public static int run(PrintWriter out, PrintWriter err, String... words) {
        FoveaCommand command = new FoveaCommand();
        Failures failures = new Failures(() -> command.stacktrace);
        CommandLine line =
                new CommandLine(command)
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setExecutionExceptionHandler(failures)
                        .setParameterExceptionHandler(failures)
                        .setOut(out)
                        .setErr(err);
        try {
            return line.execute(words);
        } catch (OutOfMemoryError e) {
            return failures.told(e, err);
        }
    }

    private static PrintWriter console(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    @Override
    public void run() {
        WindowStarter.open(runs, run);
    }
}

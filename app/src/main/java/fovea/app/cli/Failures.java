package fovea.app.cli;

import fovea.checkpoint.SaveException;
import fovea.engine.EngineException;
import fovea.graph.GraphException;
import fovea.problem.FileFailure;
import fovea.problem.InvalidInputException;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;

/// Turns what a command throws into a message and an exit code; the stack trace is shown only if
/// asked for.
record Failures(BooleanSupplier stacktrace)
        implements IExecutionExceptionHandler, IParameterExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult words) {
        return told(failure, command.getErr());
    }

    /// What is wrong with the words, and where to read about them: the whole help would bury it.
    @Override
    public int handleParseException(ParameterException failure, String[] words) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("fovea: " + failure.getMessage());
        UnmatchedArgumentException.printSuggestions(failure, err);
        err.println("`" + command.getCommandSpec().qualifiedName() + " --help` tells more");
        err.flush();
        return FoveaCommand.INVALID;
    }

    /// Prints the message of a failure and gives the exit code.
    int told(Throwable failure, PrintWriter err) {
        if (stacktrace.getAsBoolean()) {
            failure.printStackTrace(err);
        }
        err.println(message(failure));
        err.flush();
        return failure instanceof InvalidInputException || failure instanceof GraphException
                ? FoveaCommand.INVALID
                : FoveaCommand.FAILURE;
    }

    private static String message(Throwable failure) {
        return switch (failure) {
            case InvalidInputException invalid ->
                    invalid.problems().size() == 1
                            ? "fovea: " + invalid.getMessage()
                            : "fovea: %d problems:%n%s"
                                    .formatted(invalid.problems().size(), invalid.getMessage());
            case GraphException graph -> "fovea: the model cannot be built: " + graph.getMessage();
            case EngineException engine -> "fovea: " + engine.getMessage();
            case SaveException save -> "fovea: " + save.getMessage();
            case UncheckedIOException io -> "fovea: " + FileFailure.reason(io);
            case OutOfMemoryError memory ->
                    "fovea: the memory is used up (%s); use smaller batches, smaller images or fewer workers, or give Java more: FOVEA_JAVA_OPTS=-Xmx8g"
                            .formatted(memory.getMessage());
            default -> "fovea: %s (run again with --stacktrace for the place)".formatted(failure);
        };
    }
}

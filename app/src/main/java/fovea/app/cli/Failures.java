package fovea.app.cli;

import fovea.checkpoint.SaveException;
import fovea.engine.EngineException;
import fovea.graph.GraphException;
import fovea.problem.InvalidInputException;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;

/// Turns what a command throws into a message and an exit code; the stack trace is shown only if
/// asked for.
record Failures(BooleanSupplier stacktrace) implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult words) {
        PrintWriter err = command.getErr();
        if (stacktrace.getAsBoolean()) {
            failure.printStackTrace(err);
        }
        err.println(message(failure));
        err.flush();
        return failure instanceof InvalidInputException || failure instanceof GraphException
                ? FoveaCommand.INVALID
                : FoveaCommand.FAILURE;
    }

    private static String message(Exception failure) {
        return switch (failure) {
            case InvalidInputException invalid ->
                    invalid.problems().size() == 1
                            ? "fovea: " + invalid.getMessage()
                            : "fovea: %d problems:%n%s"
                                    .formatted(invalid.problems().size(), invalid.getMessage());
            case GraphException graph -> "fovea: the model cannot be built: " + graph.getMessage();
            case EngineException engine -> "fovea: " + engine.getMessage();
            case SaveException save -> "fovea: " + save.getMessage();
            case UncheckedIOException io -> "fovea: " + io.getCause();
            default -> "fovea: %s (run again with --stacktrace for the place)".formatted(failure);
        };
    }
}

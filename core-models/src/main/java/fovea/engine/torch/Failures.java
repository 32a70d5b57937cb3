package fovea.engine.torch;

import fovea.engine.EngineException;
import fovea.graph.Value;

import java.util.Locale;

/// Turns what libtorch throws into messages for the user.
final class Failures {
    private static final String MEMORY_CURE =
            "not enough memory; use a smaller batch (and accumulate gradients), smaller images or a"
                    + " smaller model";

    private Failures() {}

    static EngineException in(Value node, RuntimeException e) {
        return e instanceof EngineException known
                ? known
                : new EngineException("node '" + node + "': " + reason(e), e);
    }

    static EngineException in(String work, RuntimeException e) {
        return e instanceof EngineException known
                ? known
                : new EngineException(work + ": " + reason(e), e);
    }

    /// The first line; libtorch appends a native stack trace.
    private static String reason(RuntimeException e) {
        String message = String.valueOf(e.getMessage());
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("out of memory") || lower.contains("can't allocate memory")) {
            return MEMORY_CURE;
        }
        return message.lines().findFirst().orElse(message);
    }
}

package fovea.engine.dl4j;

import fovea.engine.EngineException;

/// Turns what ND4J throws into messages for the user.
final class Failures {
    private Failures() {}

    static EngineException in(String place, RuntimeException e) {
        if (e instanceof EngineException known) {
            return known;
        }
        String message = String.valueOf(e.getMessage());
        return new EngineException(place + ": " + message.lines().findFirst().orElse(message), e);
    }

    static EngineException memory(OutOfMemoryError e) {
        return new EngineException(
                "not enough memory; use a smaller batch (and accumulate gradients), smaller images"
                        + " or a smaller model",
                e);
    }
}

package fovea.engine;

/// An engine cannot do what was asked: the device is missing, an operation is unsupported, memory
/// ran out. The message is fit for the user.
public final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public EngineException(String message) {
        super(message);
    }

    public EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}

package fovea.onnx;

import java.io.IOException;

/// Bytes that are no ONNX model that we take; the message is the cause, the cure is for a user.
final class Malformed extends IOException {
    private static final long serialVersionUID = 1;

    private final String cure;

    Malformed(String cause, String cure) {
        super(cause);
        this.cure = cure;
    }

    /// A file that was damaged on its way or made wrong.
    static Malformed damaged(String cause) {
        return new Malformed(cause, "copy or export the file again");
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    String cure() {
        return cure;
    }
}

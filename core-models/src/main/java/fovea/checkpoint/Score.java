package fovea.checkpoint;

/// The primary metric at a validation.
///
/// @param epoch from 1
public record Score(int epoch, double value) {
    static Score parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("a score must be epoch=value, not " + text);
        }
        return new Score(
                Integer.parseInt(text.substring(0, equals)),
                Double.parseDouble(text.substring(equals + 1)));
    }
}

package fovea.problem;

/// Something wrong with what the user gave: where it is (file, line, entry), why it is wrong, and
/// what to do.
public record Problem(String place, String cause, String cure) {
    /// The problem as one line: `place: cause; cure`.
    public String message() {
        return cure.isEmpty() ? place + ": " + cause : place + ": " + cause + "; " + cure;
    }
}

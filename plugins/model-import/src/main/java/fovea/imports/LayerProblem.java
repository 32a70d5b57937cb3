package fovea.imports;

/// Why a layer cannot be taken over; becomes one of a file's problems.
public final class LayerProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String reason;
    private final String cure;

    public LayerProblem(String reason, String cure) {
        super(reason);
        this.reason = reason;
        this.cure = cure;
    }

    public String reason() {
        return reason;
    }

    public String cure() {
        return cure;
    }
}

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

    /// A layer that works on each channel has numbers for fewer or more of them.
    public static LayerProblem numbersForChannels(int numbers, int channels) {
        return new LayerProblem(
                "it has %d numbers for %d channels".formatted(numbers, channels),
                "give one number for all channels or one for each");
    }

    public String reason() {
        return reason;
    }

    public String cure() {
        return cure;
    }
}

package fovea.evaluation;

/// What is measured.
///
/// @param key as OpenMMLab's tools print it: `accuracy/top1`, `single-label/f1-score`
/// @param unit `%` for values on the scale 0…100, empty for pure numbers
public record Metric(String key, Direction direction, String unit) {
    /// The mean loss over the validation samples.
    public static final Metric LOSS = new Metric("loss", Direction.LOWER_IS_BETTER, "");
}

package fovea.training;

import fovea.evaluation.Evaluation;
import fovea.evaluation.Metric;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// How a net did on a set of samples.
///
/// @param loss mean over the samples
/// @param samples how many there were
public record Verdict(Evaluation evaluation, double loss, int samples) {
    /// Every metric by its key, with the loss under `loss`.
    public Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put(Metric.LOSS.key(), loss);
        evaluation.values().forEach((metric, value) -> metrics.put(metric.key(), value));
        return Collections.unmodifiableMap(metrics);
    }

    /// The value that decides which epoch is best.
    public double primary() {
        return metrics().getOrDefault(evaluation.primary().key(), Double.NaN);
    }
}

package fovea.training;

import fovea.evaluation.Evaluation;
import fovea.evaluation.Metric;
import fovea.problem.Problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How a net did on a set of samples.
///
/// @param loss mean over the samples
/// @param samples how many there were
/// @param skipped those that could not be read and are not among them
public record Verdict(Evaluation evaluation, double loss, int samples, List<Problem> skipped) {
    public Verdict {
        skipped = List.copyOf(skipped);
    }

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

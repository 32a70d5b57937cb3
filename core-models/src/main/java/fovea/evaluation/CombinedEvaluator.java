package fovea.evaluation;

import fovea.sample.Sample;

import java.util.List;

/// Several evaluators over the same samples; the first one names the primary metric.
public record CombinedEvaluator(List<Evaluator> parts) implements Evaluator {
    public CombinedEvaluator {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one evaluator");
        }
    }

    @Override
    public void add(Sample sample) {
        parts.forEach(part -> part.add(sample));
    }

    @Override
    public Evaluation evaluation() {
        return parts.stream().map(Evaluator::evaluation).reduce(Evaluation::and).orElseThrow();
    }
}

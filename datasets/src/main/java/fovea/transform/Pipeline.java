package fovea.transform;

import fovea.sample.Sample;
import fovea.sample.Seed;

import java.util.List;

/// Transforms applied in order, each with a seed of its own derived from the sample's.
public record Pipeline(List<Transform> steps) {
    public Pipeline {
        steps = List.copyOf(steps);
    }

    public Sample apply(Sample sample, Seed seed) {
        Sample result = sample;
        for (int i = 0; i < steps.size(); i++) {
            result = steps.get(i).apply(result, seed.at(i));
        }
        return result;
    }
}

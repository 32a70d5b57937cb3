package fovea.sample;

import java.util.SplittableRandom;

/// A source of randomness that is a value: the same seed always gives the same numbers, and `at`
/// derives an independent seed for an epoch, a sample or a step (SplitMix64 finaliser: Steele, Lea
/// and Flood, 2014).
public record Seed(long value) {
    public Seed at(long index) {
        long z = value * 0x9E3779B97F4A7C15L + index * 0xD1B54A32D192ED03L + 0x632BE59BD9B4E019L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return new Seed(z ^ (z >>> 31));
    }

    /// A fresh generator; two calls give generators with the same numbers.
    public SplittableRandom random() {
        return new SplittableRandom(value);
    }
}

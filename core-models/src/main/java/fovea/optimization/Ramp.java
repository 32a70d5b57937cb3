package fovea.optimization;

import fovea.optimization.Schedule.Progress;

/// A straight rise to 1.
final class Ramp {
    private Ramp() {}

    static long steps(double epochs, Progress progress) {
        return Math.round(epochs * progress.stepsPerEpoch());
    }

    static double factor(double start, long steps, Progress progress) {
        return progress.step() >= steps ? 1 : start + (1 - start) * progress.step() / steps;
    }
}

package fovea.transform;

import java.util.List;
import java.util.SplittableRandom;

/// Two numbers of a configuration between which one is drawn.
record Interval(String name, double min, double max) {
    static Interval of(String name, List<Double> ends) {
        Images.require(
                ends.size() == 2 && ends.get(0) <= ends.get(1),
                name + " needs two numbers, the smaller first, not " + ends);
        return new Interval(name, ends.get(0), ends.get(1));
    }

    Interval within(double least, double greatest) {
        Images.require(
                min >= least && max <= greatest,
                "%s must lie between %s and %s, not %s".formatted(name, least, greatest, asList()));
        return this;
    }

    List<Double> asList() {
        return List.of(min, max);
    }

    double uniform(SplittableRandom random) {
        return min + (max - min) * random.nextDouble();
    }

    /// As likely in the lower as in the upper half of the ratios.
    double logUniform(SplittableRandom random) {
        return min * Math.pow(max / min, random.nextDouble());
    }
}

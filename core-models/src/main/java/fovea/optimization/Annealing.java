package fovea.optimization;

/// Ways from one value to another.
final class Annealing {
    private Annealing() {}

    /// Half a cosine.
    ///
    /// @param done share of the way, 0…1
    static double cosine(double from, double to, double done) {
        return to + (from - to) * (1 + Math.cos(Math.PI * done)) / 2;
    }
}

package fovea.transform;

import java.nio.FloatBuffer;
import java.util.SplittableRandom;

/// What the transforms that mix the samples of a batch share.
final class Mixing {
    private Mixing() {}

    /// How a row changes, given the row it is mixed with; must not write to the partner.
    interface Blend {
        void apply(FloatBuffer row, FloatBuffer partner);
    }

    /// Draws from Beta(α, α) as the ratio of two gamma variates, in logarithms, since for small α
    /// both would underflow.
    static double beta(double alpha, SplittableRandom random) {
        double own = logGamma(alpha, random);
        double other = logGamma(alpha, random);
        return 1 / (1 + Math.exp(other - own));
    }

    /// Logarithm of a Gamma(α, 1) variate (Marsaglia and Tsang, 2000).
    private static double logGamma(double alpha, SplittableRandom random) {
        if (alpha < 1) {
            double uniform = 1 - random.nextDouble();
            return logGamma(alpha + 1, random) + Math.log(uniform) / alpha;
        }
        double d = alpha - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double normal = random.nextGaussian();
            double v = Math.pow(1 + c * normal, 3);
            double limit = normal * normal / 2 + d - d * v + d * Math.log(v);
            if (v > 0 && Math.log(1 - random.nextDouble()) < limit) {
                return Math.log(d * v);
            }
        }
    }

    static int[] permutation(int size, SplittableRandom random) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }

    /// Blends every row with the old content of its partner. Follows the permutation's cycles, so
    /// that only one row is ever copied.
    static void blend(FloatBuffer data, int[] partners, Blend blend) {
        int length = data.capacity() / partners.length;
        boolean[] done = new boolean[partners.length];
        for (int start = 0; start < partners.length; start++) {
            if (done[start] || partners[start] == start) {
                continue;
            }
            FloatBuffer first = FloatBuffer.allocate(length);
            first.put(0, data, start * length, length);
            int row = start;
            while (!done[row]) {
                done[row] = true;
                int partner = partners[row];
                FloatBuffer source =
                        partner == start ? first : data.slice(partner * length, length);
                blend.apply(data.slice(row * length, length), source);
                row = partner;
            }
        }
    }

    /// `row = share · row + (1 − share) · partner`.
    static Blend linear(double share) {
        float own = (float) share;
        float other = (float) (1 - share);
        return (row, partner) -> {
            for (int i = 0; i < row.capacity(); i++) {
                row.put(i, own * row.get(i) + other * partner.get(i));
            }
        };
    }
}

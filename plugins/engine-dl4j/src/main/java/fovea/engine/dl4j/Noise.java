package fovea.engine.dl4j;

import fovea.sample.Seed;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// The factors of dropout: 0 at a rate, else 1/(1−rate). They are drawn before each run from its
/// seed, so that a step is a function of its seed.
final class Noise {
    private record Mask(Tensor tensor, double rate) {}

    private final List<Mask> masks = new ArrayList<>();

    /// Multiplies each element by a factor.
    Lowered elements(Tape tape, double rate, Tensor x) {
        return rate == 0 ? same(x) : times(tape, x, mask(tape, rate, tape.scratchLike(x)));
    }

    /// Multiplies each sample by a factor.
    Lowered samples(Tape tape, double rate, Tensor x) {
        if (rate == 0) {
            return same(x);
        }
        long[] dims = new long[x.rank()];
        java.util.Arrays.fill(dims, 1);
        dims[0] = x.dim(0);
        return times(tape, x, mask(tape, rate, tape.scratch(dims)));
    }

    static Lowered same(Tensor x) {
        return new Lowered(x, (upstream, flow) -> flow.share(0, upstream));
    }

    private Tensor mask(Tape tape, double rate, Tensor tensor) {
        masks.add(new Mask(tape.given(tensor), rate));
        return tensor;
    }

    private static Lowered times(Tape tape, Tensor x, Tensor mask) {
        Broadcasts broadcasts = new Broadcasts(tape);
        return new Lowered(
                broadcasts.combine("multiply", x, mask),
                (upstream, flow) -> flow.give(0, broadcasts.combine("multiply", upstream, mask)));
    }

    interface Filler {
        void fill(Tensor tensor, float[] values);
    }

    void draw(long seed, Filler filler) {
        for (int i = 0; i < masks.size(); i++) {
            Mask mask = masks.get(i);
            SplittableRandom random = new Seed(seed).at(i).random();
            float kept = mask.rate() < 1 ? (float) (1 / (1 - mask.rate())) : 0;
            float[] factors = new float[Math.toIntExact(mask.tensor().length())];
            for (int k = 0; k < factors.length; k++) {
                factors[k] = random.nextDouble() < mask.rate() ? 0 : kept;
            }
            filler.fill(mask.tensor(), factors);
        }
    }
}

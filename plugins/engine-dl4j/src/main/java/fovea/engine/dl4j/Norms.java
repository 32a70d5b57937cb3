package fovea.engine.dl4j;

import fovea.engine.EngineException;
import fovea.graph.Op;

import java.util.List;
import java.util.Set;

/// Lowers normalisations, on matrices of one row for each pixel or token. SameDiff's own have wrong
/// gradients or are several times slower.
record Norms(Tape tape) {
    /// Batch normalisation with the batch's statistics; the running ones move.
    Lowered training(Op.BatchNorm norm, List<Tensor> inputs) {
        Elements e = new Elements(tape);
        Broadcasts broadcasts = new Broadcasts(tape);
        Tensor image = new Arrangement(tape).channelsLast(inputs.getFirst());
        Tensor x = rows(image);
        long count = x.dim(0);
        if (count == 1) {
            throw new EngineException(
                    "batch norm cannot train on one value per channel; use batches of two or"
                            + " more images or larger images");
        }
        Tensor sums = tape.scratch(x.dim(1));
        broadcasts.sumColumns(x, sums);
        Tensor opposite = e.scale(-1.0 / count, sums);
        Tensor centred = new Matrices(tape).biased(x, opposite);
        Tensor squares = tape.scratch(x.dim(1));
        broadcasts.sumColumns(e.multiply(centred, centred), squares);
        Tensor inverse = e.inverseRoot(e.shift(norm.epsilon(), e.scale(1.0 / count, squares)));
        Tensor gain = e.multiply(inverse, inputs.get(1));
        Tensor scaled = broadcasts.combine("multiply", centred, gain);
        Tensor y = new Matrices(tape).biased(scaled, inputs.get(2));
        follow(inputs.get(3), norm.momentum(), e.scale(-1, opposite));
        follow(inputs.get(4), norm.momentum(), e.scale(1.0 / (count - 1), squares));
        return new Lowered(
                image(y, image),
                (upstream, flow) -> {
                    Tensor given = rows(new Arrangement(tape).channelsLast(upstream));
                    Tensor ofBias = flow.wanted(2) ? flow.target(2) : tape.scratch(x.dim(1));
                    broadcasts.sumColumns(given, ofBias);
                    flow.give(2, ofBias);
                    Tensor along = tape.scratch(x.dim(1));
                    broadcasts.sumColumns(e.multiply(given, centred), along);
                    if (flow.wanted(1)) {
                        Tensor ofGain = flow.target(1);
                        tape.call(Kernel.Custom.of("multiply"), List.of(along, inverse), ofGain);
                        flow.give(1, ofGain);
                    }
                    if (flow.wanted(0)) {
                        // gain·(e − Σe/n − centred·Σ(e·centred)·inverse²/n)
                        Tensor slope =
                                e.multiply(
                                        e.multiply(e.scale(-1.0 / count, along), inverse), inverse);
                        Tensor tilt =
                                broadcasts.combine("multiply", centred, e.multiply(slope, gain));
                        Tensor straight = broadcasts.combine("multiply", given, gain);
                        Tensor level = e.multiply(e.scale(-1.0 / count, ofBias), gain);
                        Tensor ofX = new Matrices(tape).biased(e.add(straight, tilt), level);
                        flow.give(0, image(ofX, image));
                    }
                });
    }

    /// Moves a running statistic towards the batch's.
    private void follow(Tensor running, double momentum, Tensor batch) {
        Elements e = new Elements(tape);
        e.rescale(1 - momentum, running);
        e.increase(running, e.scale(momentum, batch));
    }

    /// Batch normalisation with the running statistics.
    Lowered inference(Op.BatchNorm norm, List<Tensor> inputs) {
        Elements e = new Elements(tape);
        Tensor image = new Arrangement(tape).channelsLast(inputs.getFirst());
        Tensor inverse = e.inverseRoot(e.shift(norm.epsilon(), inputs.get(4)));
        Tensor gain = e.multiply(inverse, inputs.get(1));
        Tensor offset = e.subtract(inputs.get(2), e.multiply(gain, inputs.get(3)));
        Tensor scaled = new Broadcasts(tape).combine("multiply", rows(image), gain);
        return new Lowered(
                image(new Matrices(tape).biased(scaled, offset), image), Norms::notTrained);
    }

    private static void notTrained(Tensor upstream, Flow flow) {
        throw new IllegalStateException("no gradients in inference");
    }

    /// Layer normalisation over the last axis.
    Lowered layer(double epsilon, List<Tensor> inputs) {
        Elements e = new Elements(tape);
        Broadcasts broadcasts = new Broadcasts(tape);
        Tensor input = new Arrangement(tape).rowMajor(inputs.getFirst());
        long width = input.dim(-1);
        Tensor x = input.reshape(input.length() / width, width);
        Tensor mean = e.scale(1.0 / width, broadcasts.sum(x, Set.of(1)));
        Tensor centred = broadcasts.combine("subtract", x, mean);
        Tensor squares = broadcasts.sum(e.multiply(centred, centred), Set.of(1));
        Tensor inverse = e.inverseRoot(e.shift(epsilon, e.scale(1.0 / width, squares)));
        Tensor normal = broadcasts.combine("multiply", centred, inverse);
        Tensor scaled = broadcasts.combine("multiply", normal, inputs.get(1));
        Tensor y = new Matrices(tape).biased(scaled, inputs.get(2));
        return new Lowered(
                y.reshape(input.dims()),
                (upstream, flow) -> {
                    Tensor given = new Arrangement(tape).rowMajor(upstream).reshape(x.dims());
                    if (flow.wanted(2)) {
                        Tensor ofBias = flow.target(2);
                        broadcasts.sumColumns(given, ofBias);
                        flow.give(2, ofBias);
                    }
                    if (flow.wanted(1)) {
                        Tensor ofGain = flow.target(1);
                        broadcasts.sumColumns(e.multiply(given, normal), ofGain);
                        flow.give(1, ofGain);
                    }
                    if (flow.wanted(0)) {
                        // inverse·(g − mean(g) − normal·mean(g·normal)), g = e·gain
                        Tensor g = broadcasts.combine("multiply", given, inputs.get(1));
                        Tensor level = e.scale(1.0 / width, broadcasts.sum(g, Set.of(1)));
                        Tensor slope =
                                e.scale(
                                        1.0 / width,
                                        broadcasts.sum(e.multiply(g, normal), Set.of(1)));
                        Tensor tilt = broadcasts.combine("multiply", normal, slope);
                        Tensor rest = e.subtract(broadcasts.combine("subtract", g, level), tilt);
                        Tensor ofX = broadcasts.combine("multiply", rest, inverse);
                        flow.give(0, ofX.reshape(input.dims()));
                    }
                });
    }

    private static Tensor rows(Tensor image) {
        return image.inMemoryOrder().reshape(image.length() / image.dim(1), image.dim(1));
    }

    private static Tensor image(Tensor rows, Tensor model) {
        return model.in(rows.storage());
    }
}

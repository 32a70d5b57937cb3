package fovea.engine.dl4j;

import java.util.List;
import java.util.Set;

/// Lowers matrix products and what is made of them.
record Matrices(Tape tape) {
    /// Which factors of a product are transposed.
    enum Transposed {
        NEITHER(0, 0),
        FIRST(1, 0),
        SECOND(0, 1);

        private final int first;
        private final int second;

        Transposed(int first, int second) {
            this.first = first;
            this.second = second;
        }

        Kernel.Custom kernel() {
            return Kernel.Custom.of("matmul", first, second, 0);
        }
    }

    /// The product of two matrices, written to a third.
    void multiply(Transposed transposed, Tensor a, Tensor b, Tensor product) {
        tape.call(transposed.kernel(), List.of(a, b), product);
    }

    /// x·Wᵀ + b on the last axis.
    Lowered linear(List<Tensor> inputs) {
        Tensor x = new Arrangement(tape).rowMajor(inputs.getFirst());
        Tensor weight = inputs.get(1);
        long rows = x.length() / x.dim(-1);
        Tensor matrix = x.reshape(rows, x.dim(-1));
        Tensor product = tape.scratch(rows, weight.dim(0));
        multiply(Transposed.SECOND, matrix, weight, product);
        long[] dims = x.dims();
        dims[dims.length - 1] = weight.dim(0);
        Tensor y = inputs.size() == 2 ? product : biased(product, inputs.get(2));
        return new Lowered(
                y.reshape(dims),
                (upstream, flow) -> {
                    Tensor e =
                            new Arrangement(tape).rowMajor(upstream).reshape(rows, weight.dim(0));
                    if (flow.wanted(2)) {
                        Tensor target = flow.target(2);
                        new Broadcasts(tape).sumColumns(e, target);
                        flow.give(2, target);
                    }
                    if (flow.wanted(1)) {
                        Tensor target = flow.target(1);
                        multiply(Transposed.FIRST, e, matrix, target);
                        flow.give(1, target);
                    }
                    if (flow.wanted(0)) {
                        Tensor target = tape.scratch(rows, x.dim(-1));
                        multiply(Transposed.NEITHER, e, weight, target);
                        flow.give(0, target.reshape(x.dims()));
                    }
                });
    }

    /// Adds a bias to each row.
    Tensor biased(Tensor rows, Tensor bias) {
        Tensor result = tape.scratch(rows.dims());
        tape.overlapping(Kernel.Custom.of("biasadd"), List.of(rows, bias), result);
        return result;
    }

    /// Products of the last two axes.
    Lowered product(Tensor first, Tensor second) {
        Arrangement arrangement = new Arrangement(tape);
        Tensor a = stacked(arrangement.rowMajor(first));
        Tensor b = stacked(arrangement.rowMajor(second));
        long[] dims = first.dims();
        dims[dims.length - 1] = second.dim(-1);
        Tensor y = tape.scratch(a.dim(0), a.dim(1), b.dim(2));
        each(Transposed.NEITHER, a, b, y);
        return new Lowered(
                y.reshape(dims),
                (upstream, flow) -> {
                    Tensor e = stacked(arrangement.rowMajor(upstream));
                    if (flow.wanted(0)) {
                        Tensor target = tape.scratch(a.dims());
                        each(Transposed.SECOND, e, b, target);
                        flow.give(0, target.reshape(first.dims()));
                    }
                    if (flow.wanted(1)) {
                        Tensor target = tape.scratch(b.dims());
                        each(Transposed.FIRST, a, e, target);
                        flow.give(1, target.reshape(second.dims()));
                    }
                });
    }

    private static Tensor stacked(Tensor x) {
        long matrices = x.length() / x.dim(-1) / x.dim(-2);
        return x.reshape(matrices, x.dim(-2), x.dim(-1));
    }

    /// One product for each matrix of two stacks: libnd4j's own loop over a stack is many times
    /// slower.
    void each(Transposed transposed, Tensor a, Tensor b, Tensor products) {
        tape.call(new Kernel.Stacked(transposed.kernel()), List.of(a, b), products);
    }

    /// Multi-head attention over `N×T×C`.
    Lowered attention(int heads, List<Tensor> inputs) {
        Elements e = new Elements(tape);
        Tensor q = split(inputs.getFirst(), heads);
        Tensor k = split(inputs.get(1), heads);
        Tensor v = split(inputs.get(2), heads);
        double factor = 1 / Math.sqrt((double) q.dim(2));
        Tensor scores = tape.scratch(q.dim(0), q.dim(1), k.dim(1));
        each(Transposed.SECOND, q, k, scores);
        Tensor weights = softmax(e.scale(factor, scores));
        Tensor mixed = tape.scratch(q.dims());
        each(Transposed.NEITHER, weights, v, mixed);
        return new Lowered(
                join(mixed, heads),
                (upstream, flow) -> {
                    Tensor given = split(upstream, heads);
                    Tensor ofWeights = tape.scratch(weights.dims());
                    each(Transposed.SECOND, given, v, ofWeights);
                    Tensor ofScores = e.scale(factor, throughSoftmax(ofWeights, weights));
                    Tensor ofQuery = tape.scratch(q.dims());
                    each(Transposed.NEITHER, ofScores, k, ofQuery);
                    Tensor ofKey = tape.scratch(k.dims());
                    each(Transposed.FIRST, ofScores, q, ofKey);
                    Tensor ofValue = tape.scratch(v.dims());
                    each(Transposed.FIRST, weights, given, ofValue);
                    flow.give(0, join(ofQuery, heads));
                    flow.give(1, join(ofKey, heads));
                    flow.give(2, join(ofValue, heads));
                });
    }

    /// `N×T×C` → `N·heads × T × C/heads`.
    private Tensor split(Tensor x, int heads) {
        Tensor rows = new Arrangement(tape).rowMajor(x);
        long width = x.dim(2) / heads;
        Tensor parts = rows.reshape(x.dim(0), x.dim(1), heads, width).permute(0, 2, 1, 3);
        return new Arrangement(tape).rowMajor(parts).reshape(x.dim(0) * heads, x.dim(1), width);
    }

    /// The opposite of [#split].
    private Tensor join(Tensor x, int heads) {
        long samples = x.dim(0) / heads;
        Tensor parts = x.reshape(samples, heads, x.dim(1), x.dim(2)).permute(0, 2, 1, 3);
        return new Arrangement(tape).rowMajor(parts).reshape(samples, x.dim(1), heads * x.dim(2));
    }

    /// Softmax over the last axis of a row-major tensor.
    Tensor softmax(Tensor x) {
        Tensor y = tape.scratch(x.dims());
        tape.call(Kernel.Custom.of("softmax", 1), List.of(rows(x)), rows(y));
        return y;
    }

    /// y·(e − Σ e·y), the sum over the last axis.
    Tensor throughSoftmax(Tensor e, Tensor y) {
        Broadcasts broadcasts = new Broadcasts(tape);
        Tensor rows = rows(e);
        Tensor sums = broadcasts.sum(new Elements(tape).multiply(rows, rows(y)), Set.of(1));
        Tensor rest = broadcasts.combine("subtract", rows, sums);
        return new Elements(tape).multiply(rest, rows(y)).reshape(e.dims());
    }

    /// Softmax over the last axis.
    Lowered softmaxOf(Tensor input) {
        Tensor y = softmax(new Arrangement(tape).rowMajor(input));
        return new Lowered(
                y,
                (upstream, flow) ->
                        flow.give(0, throughSoftmax(new Arrangement(tape).rowMajor(upstream), y)));
    }

    /// Logarithm of the softmax over the last axis.
    Lowered logSoftmaxOf(Tensor input) {
        Tensor x = new Arrangement(tape).rowMajor(input);
        Tensor y = tape.scratch(x.dims());
        tape.call(Kernel.Custom.of("log_softmax", 1), List.of(rows(x)), rows(y));
        return new Lowered(
                y,
                (upstream, flow) -> {
                    Broadcasts broadcasts = new Broadcasts(tape);
                    Tensor e = rows(new Arrangement(tape).rowMajor(upstream));
                    Tensor shares =
                            broadcasts.combine(
                                    "multiply",
                                    new Elements(tape).exp(rows(y)),
                                    broadcasts.sum(e, Set.of(1)));
                    flow.give(0, new Elements(tape).subtract(e, shares).reshape(y.dims()));
                });
    }

    private static Tensor rows(Tensor x) {
        return x.reshape(x.length() / x.dim(-1), x.dim(-1));
    }
}

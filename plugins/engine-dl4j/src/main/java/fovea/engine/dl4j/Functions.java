package fovea.engine.dl4j;

import fovea.graph.Op;

import java.util.List;

/// Lowers functions of each element. Gradients use the result where that says enough.
record Functions(Tape tape) {
    Lowered apply(Op.Function function, Tensor x) {
        Elements e = new Elements(tape);
        return switch (function) {
            case RELU -> {
                Tensor y = e.atLeast(0, x);
                yield new Lowered(y, times(() -> e.positive(y)));
            }
            case RELU6 -> {
                Tensor y = e.atMost(6, e.atLeast(0, x));
                yield new Lowered(y, times(() -> inside(y, 6)));
            }
            case GELU -> gelu(x);
            case SIGMOID -> {
                Tensor y = e.sigmoid(x);
                yield new Lowered(y, times(() -> e.multiply(e.shift(1, e.scale(-1, y)), y)));
            }
            case TANH -> {
                Tensor y = e.tanh(x);
                yield new Lowered(y, times(() -> e.shift(1, e.scale(-1, e.multiply(y, y)))));
            }
            case SILU -> {
                Tensor s = e.sigmoid(x);
                Tensor y = e.multiply(s, x);
                // (x·s)' = s + y − y·s
                yield new Lowered(
                        y, times(() -> e.add(e.multiply(e.shift(1, e.scale(-1, s)), y), s)));
            }
            case HARD_SIGMOID -> {
                Tensor y = hardSigmoid(x);
                yield new Lowered(y, times(() -> e.scale(1 / 6.0, inside(y, 1))));
            }
            case HARD_SWISH -> {
                Tensor s = hardSigmoid(x);
                Tensor y = e.multiply(x, s);
                yield new Lowered(
                        y, times(() -> e.add(e.multiply(e.scale(1 / 6.0, inside(s, 1)), x), s)));
            }
            case SOFTPLUS -> {
                // max(x, 0) + log(1 + e^−|x|)
                Tensor tail = e.logOneAnd(e.exp(e.scale(-1, e.abs(x))));
                yield new Lowered(e.add(tail, e.atLeast(0, x)), times(() -> e.sigmoid(x)));
            }
            case EXP -> {
                Tensor y = e.exp(x);
                yield new Lowered(y, times(() -> y));
            }
            case LOG ->
                    new Lowered(
                            e.log(x),
                            (upstream, flow) -> flow.give(0, e.divide(alike(upstream, x), x)));
            case SQRT -> {
                Tensor y = e.root(x);
                yield new Lowered(
                        y,
                        (upstream, flow) ->
                                flow.give(0, e.scale(0.5, e.divide(alike(upstream, y), y))));
            }
            case SQUARE -> new Lowered(e.multiply(x, x), times(() -> e.scale(2, x)));
            case ABS -> new Lowered(e.abs(x), times(() -> e.sign(x)));
        };
    }

    /// factor·x + offset.
    Lowered scale(double factor, double offset, Tensor x) {
        Elements e = new Elements(tape);
        Tensor product = e.scale(factor, x);
        return new Lowered(
                offset == 0 ? product : e.shift(offset, product),
                (upstream, flow) -> flow.give(0, e.scale(factor, upstream)));
    }

    /// x·Φ(x).
    private Lowered gelu(Tensor x) {
        Elements e = new Elements(tape);
        Tensor share = e.scale(0.5, e.shift(1, e.erf(e.scale(Math.sqrt(0.5), x))));
        Tensor y = e.multiply(x, share);
        return new Lowered(
                y,
                times(
                        () -> {
                            Tensor bell = e.exp(e.scale(-0.5, e.multiply(x, x)));
                            Tensor slope = e.scale(1 / Math.sqrt(2 * Math.PI), bell);
                            return e.add(e.multiply(slope, x), share);
                        }));
    }

    private Tensor hardSigmoid(Tensor x) {
        Elements e = new Elements(tape);
        return e.atMost(1, e.atLeast(0, e.scale(1 / 6.0, e.shift(3, x))));
    }

    /// 1 where a value lies between 0 and a limit, else 0.
    private Tensor inside(Tensor y, double limit) {
        Elements e = new Elements(tape);
        return e.multiply(e.positive(e.shift(limit, e.scale(-1, y))), e.positive(y));
    }

    private interface Slope {
        Tensor write();
    }

    private Lowered.Gradient times(Slope slope) {
        return (upstream, flow) -> {
            Tensor factor = slope.write();
            flow.give(0, new Elements(tape).multiply(factor, alike(upstream, factor)));
        };
    }

    private Tensor alike(Tensor upstream, Tensor model) {
        return new Arrangement(tape).like(model, upstream);
    }

    /// Functions of two elements, with broadcasting.
    Lowered combine(Op.Operator operator, Tensor a, Tensor b) {
        Broadcasts pairs = new Broadcasts(tape);
        return switch (operator) {
            case ADD ->
                    new Lowered(
                            pairs.combine("add", a, b),
                            (upstream, flow) -> {
                                flow.share(0, pairs.sumTo(upstream, a.dims()));
                                if (flow.wanted(1)) {
                                    flow.share(1, pairs.sumTo(upstream, b.dims()));
                                }
                            });
            case SUBTRACT ->
                    new Lowered(
                            pairs.combine("subtract", a, b),
                            (upstream, flow) -> {
                                flow.share(0, pairs.sumTo(upstream, a.dims()));
                                if (flow.wanted(1)) {
                                    Tensor sum = pairs.sumTo(upstream, b.dims());
                                    flow.give(1, new Elements(tape).scale(-1, sum));
                                }
                            });
            case MULTIPLY ->
                    new Lowered(
                            pairs.combine("multiply", a, b),
                            (upstream, flow) -> {
                                weighted(upstream, b, a, 0, flow);
                                weighted(upstream, a, b, 1, flow);
                            });
            case DIVIDE -> quotient(a, b);
            case MAXIMUM -> choice("maximum", 0.5, a, b);
            case MINIMUM -> choice("minimum", -0.5, a, b);
        };
    }

    private void weighted(Tensor upstream, Tensor factor, Tensor x, int input, Flow flow) {
        if (flow.wanted(input)) {
            Broadcasts pairs = new Broadcasts(tape);
            Tensor product = pairs.combine("multiply", upstream, factor);
            flow.give(input, pairs.sumTo(product, x.dims()));
        }
    }

    private Lowered quotient(Tensor a, Tensor b) {
        Broadcasts pairs = new Broadcasts(tape);
        Tensor y = pairs.combine("divide", a, b);
        return new Lowered(
                y,
                (upstream, flow) -> {
                    Tensor part = pairs.combine("divide", upstream, b);
                    if (flow.wanted(0)) {
                        flow.share(0, pairs.sumTo(part, a.dims()));
                    }
                    if (flow.wanted(1)) {
                        Tensor product =
                                new Elements(tape).scale(-1, pairs.combine("multiply", part, y));
                        flow.give(1, pairs.sumTo(product, b.dims()));
                    }
                });
    }

    /// The larger or the smaller; of two equal ones each gets half the gradient.
    private Lowered choice(String name, double half, Tensor a, Tensor b) {
        Broadcasts pairs = new Broadcasts(tape);
        Elements e = new Elements(tape);
        Tensor y = pairs.combine(name, a, b);
        return new Lowered(
                y,
                (upstream, flow) -> {
                    Tensor sign = e.sign(pairs.combine("subtract", a, b));
                    for (int input : List.of(0, 1)) {
                        double slope = input == 0 ? half : -half;
                        weighted(
                                upstream,
                                e.shift(0.5, e.scale(slope, sign)),
                                input == 0 ? a : b,
                                input,
                                flow);
                    }
                });
    }
}

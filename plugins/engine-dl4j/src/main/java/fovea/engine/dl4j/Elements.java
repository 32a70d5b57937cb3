package fovea.engine.dl4j;

import org.nd4j.linalg.api.ops.impl.scalar.ScalarAdd;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMax;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMin;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.api.ops.impl.transforms.floating.RSqrt;
import org.nd4j.linalg.api.ops.impl.transforms.floating.Sqrt;
import org.nd4j.linalg.api.ops.impl.transforms.same.Abs;
import org.nd4j.linalg.api.ops.impl.transforms.same.Sign;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Erf;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Log;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Log1p;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Tanh;

import java.util.List;

/// Writes element-wise operations of equal or single operands to a tape. They run on flat arrays,
/// for which libnd4j is fastest.
record Elements(Tape tape) {
    Tensor scale(double factor, Tensor x) {
        return apply(
                new Kernel.Elementwise((a, z) -> new ScalarMultiplication(a, null, z, factor)), x);
    }

    Tensor shift(double offset, Tensor x) {
        return apply(new Kernel.Elementwise((a, z) -> new ScalarAdd(a, null, z, offset)), x);
    }

    Tensor atLeast(double limit, Tensor x) {
        return apply(new Kernel.Elementwise((a, z) -> new ScalarMax(a, null, z, limit)), x);
    }

    Tensor atMost(double limit, Tensor x) {
        return apply(new Kernel.Elementwise((a, z) -> new ScalarMin(a, null, z, limit)), x);
    }

    /// 1 above zero, else 0.
    Tensor positive(Tensor x) {
        return apply(new Kernel.Elementwise((a, z) -> new Step(a, z, 0.0)), x);
    }

    Tensor sign(Tensor x) {
        return apply(new Kernel.Elementwise(Sign::new), x);
    }

    Tensor abs(Tensor x) {
        return apply(new Kernel.Elementwise(Abs::new), x);
    }

    Tensor exp(Tensor x) {
        return apply(new Kernel.Elementwise(Exp::new), x);
    }

    Tensor log(Tensor x) {
        return apply(new Kernel.Elementwise(Log::new), x);
    }

    /// log(1 + x)
    Tensor logOneAnd(Tensor x) {
        return apply(new Kernel.Elementwise(Log1p::new), x);
    }

    Tensor root(Tensor x) {
        return apply(new Kernel.Elementwise((a, z) -> new Sqrt(a, z)), x);
    }

    /// 1/√x
    Tensor inverseRoot(Tensor x) {
        return apply(new Kernel.Elementwise((a, z) -> new RSqrt(a, z)), x);
    }

    Tensor sigmoid(Tensor x) {
        return apply(new Kernel.Elementwise(Sigmoid::new), x);
    }

    Tensor tanh(Tensor x) {
        return apply(new Kernel.Elementwise(Tanh::new), x);
    }

    /// The error function.
    Tensor erf(Tensor x) {
        return apply(new Kernel.Elementwise(Erf::new), x);
    }

    Tensor add(Tensor a, Tensor b) {
        return combine("add", a, b);
    }

    Tensor subtract(Tensor a, Tensor b) {
        return combine("subtract", a, b);
    }

    Tensor multiply(Tensor a, Tensor b) {
        return combine("multiply", a, b);
    }

    Tensor divide(Tensor a, Tensor b) {
        return combine("divide", a, b);
    }

    /// An operation of two tensors that lie alike.
    Tensor combine(String name, Tensor a, Tensor b) {
        if (!a.liesLike(b)) {
            throw new IllegalArgumentException(
                    "the tensors of '" + name + "' do not lie alike: " + a + ", " + b);
        }
        Tensor result = tape.scratchLike(a);
        tape.overlapping(Kernel.Custom.of(name), List.of(a.flat(), b.flat()), result.flat());
        return result;
    }

    /// a := a + b, in place.
    void increase(Tensor a, Tensor b) {
        tape.call(Kernel.Custom.of("add"), List.of(a.flat(), b.flat()), a.flat());
    }

    /// a := factor·a, in place.
    void rescale(double factor, Tensor a) {
        tape.call(
                new Kernel.Elementwise((x, z) -> new ScalarMultiplication(x, null, z, factor)),
                List.of(a.flat()),
                a.flat());
    }

    private Tensor apply(Kernel kernel, Tensor x) {
        Tensor result = tape.scratchLike(x);
        tape.overlapping(kernel, List.of(x.flat()), result.flat());
        return result;
    }
}

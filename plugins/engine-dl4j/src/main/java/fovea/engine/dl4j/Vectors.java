package fovea.engine.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarAdd;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;
import org.nd4j.linalg.api.ops.impl.transforms.floating.Sqrt;
import org.nd4j.linalg.factory.Nd4j;

/// Arithmetic on whole vectors, in place.
final class Vectors {
    private Vectors() {}

    /// x := factor·x
    static void scale(double factor, INDArray x) {
        exec(new ScalarMultiplication(x, null, x, factor));
    }

    /// x := x + offset
    static void shift(double offset, INDArray x) {
        exec(new ScalarAdd(x, null, x, offset));
    }

    /// y := y + factor·x
    static void add(double factor, INDArray x, INDArray y) {
        Nd4j.getBlasWrapper().level1().axpy(y.length(), factor, x, y);
    }

    /// z := √x
    static void root(INDArray x, INDArray z) {
        exec(new Sqrt(x, z));
    }

    /// z := a·b
    static void multiply(INDArray a, INDArray b, INDArray z) {
        combine("multiply", a, b, z);
    }

    /// z := a/b
    static void divide(INDArray a, INDArray b, INDArray z) {
        combine("divide", a, b, z);
    }

    /// The Euclidean norm.
    static double norm(INDArray x) {
        return Nd4j.getBlasWrapper().level1().nrm2(x);
    }

    private static void combine(String name, INDArray a, INDArray b, INDArray z) {
        Nd4j.getExecutioner()
                .exec(DynamicCustomOp.builder(name).addInputs(a, b).addOutputs(z).build());
    }

    private static void exec(Op op) {
        Nd4j.getExecutioner().exec(op);
    }
}

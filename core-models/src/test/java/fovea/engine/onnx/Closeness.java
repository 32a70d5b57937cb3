package fovea.engine.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fovea.tensor.HostTensor;

/// How far the outputs of two engines are apart.
final class Closeness {
    private Closeness() {}

    /// The largest difference, divided by the largest of the wanted numbers.
    static double relative(HostTensor wanted, HostTensor actual) {
        assertEquals(wanted.shape(), actual.shape());
        double difference = 0;
        double largest = 0;
        for (int i = 0; i < wanted.elements(); i++) {
            double value = wanted.data().get(i);
            largest = Math.max(largest, Math.abs(value));
            difference = Math.max(difference, distance(value, actual.data().get(i)));
        }
        return difference == 0 ? 0 : difference / largest;
    }

    private static double distance(double wanted, double actual) {
        return Double.isFinite(wanted) && Double.isFinite(actual)
                ? Math.abs(wanted - actual)
                : Double.POSITIVE_INFINITY;
    }
}

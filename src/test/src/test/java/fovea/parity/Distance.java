package fovea.parity;

import fovea.tensor.HostTensor;

import java.util.Map;
import java.util.Objects;

/// How far tensors of one engine lie from those of another: the norm of each difference beside the
/// norm of the tensor, in units of what is allowed.
final class Distance {
    /// A gradient that is zero on paper, such as that of a bias before a batch norm, is noise of
    /// about this size beside all gradients together.
    private static final double NOISE = 1e-6;

    private String furthest = "nothing";
    private double most;

    /// @param tolerance that is the unit
    Distance(Map<String, HostTensor> wanted, Map<String, HostTensor> actual, double tolerance) {
        if (!wanted.keySet().equals(actual.keySet())) {
            throw new AssertionError(wanted.keySet() + " against " + actual.keySet());
        }
        double squares = 0;
        for (HostTensor tensor : wanted.values()) {
            squares += Math.pow(norm(tensor.toArray()), 2);
        }
        double noise = NOISE * Math.sqrt(squares);
        wanted.forEach(
                (name, tensor) -> {
                    HostTensor other = Objects.requireNonNull(actual.get(name));
                    if (!tensor.shape().equals(other.shape())) {
                        throw new AssertionError(
                                name + " " + tensor.shape() + " against " + other.shape());
                    }
                    double distance = between(tensor.toArray(), other.toArray(), noise) / tolerance;
                    if (distance > most) {
                        most = distance;
                        furthest = name;
                    }
                });
    }

    boolean within(double units) {
        return most <= units;
    }

    private static double between(float[] values, float[] others, double noise) {
        float[] difference = others.clone();
        for (int i = 0; i < values.length; i++) {
            difference[i] -= values[i];
        }
        double error = norm(difference);
        if (Double.isNaN(error)) {
            return Double.POSITIVE_INFINITY;
        }
        return error <= noise ? 0 : error / norm(values);
    }

    private static double norm(float... values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }

    @Override
    public String toString() {
        return "%s differs by %.2g times what is allowed".formatted(furthest, most);
    }
}

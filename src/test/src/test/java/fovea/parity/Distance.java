package fovea.parity;

import fovea.tensor.HostTensor;

import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/// How far tensors of one engine lie from those of another: the norm of each difference beside the
/// norm of the tensor, in units of what is allowed.
final class Distance {
    /// The bias before a batch norm has no effect, and a mean after one is none: such a tensor,
    /// zero on paper, is noise of at most this size beside all tensors together.
    private static final double NOISE = 1e-6;

    private static final Pattern SHIFT = Pattern.compile(".*(bias|running_mean)");

    private String furthest = "nothing";
    private double most;

    /// @param tolerance that is the unit
    Distance(Map<String, HostTensor> wanted, Map<String, HostTensor> actual, double tolerance) {
        this(wanted, actual, tolerance, _ -> 0);
    }

    /// @param tolerance that is the unit
    /// @param rounding how long a difference may be, by the tensor's name, without counting
    Distance(
            Map<String, HostTensor> wanted,
            Map<String, HostTensor> actual,
            double tolerance,
            ToDoubleFunction<String> rounding) {
        if (!wanted.keySet().equals(actual.keySet())) {
            throw new AssertionError(wanted.keySet() + " against " + actual.keySet());
        }
        double noise = NOISE * norm(wanted);
        wanted.forEach(
                (name, tensor) -> {
                    HostTensor other = Objects.requireNonNull(actual.get(name));
                    if (!tensor.shape().equals(other.shape())) {
                        throw new AssertionError(
                                name + " " + tensor.shape() + " against " + other.shape());
                    }
                    double size = norm(Map.of(name, tensor));
                    double apart = norm(Map.of(name, difference(other, tensor)));
                    boolean idle =
                            SHIFT.matcher(name).matches()
                                    && Math.max(size, norm(Map.of(name, other))) <= noise;
                    if (idle || apart <= rounding.applyAsDouble(name)) {
                        return;
                    }
                    double units = apart / size / tolerance;
                    if (!(units <= most)) {
                        most = Double.isNaN(units) ? Double.POSITIVE_INFINITY : units;
                        furthest = name;
                    }
                });
    }

    boolean within(double units) {
        return most <= units;
    }

    static HostTensor difference(HostTensor end, HostTensor start) {
        HostTensor difference = HostTensor.zeros(end.shape().toArray(Integer[]::new));
        for (int i = 0; i < end.elements(); i++) {
            difference.data().put(i, end.data().get(i) - start.data().get(i));
        }
        return difference;
    }

    /// The length of all tensors as one vector.
    static double norm(Map<String, HostTensor> tensors) {
        double squares = 0;
        for (HostTensor tensor : tensors.values()) {
            for (float value : tensor.toArray()) {
                squares += (double) value * value;
            }
        }
        return Math.sqrt(squares);
    }

    @Override
    public String toString() {
        return "%s differs by %.2g times what is allowed".formatted(furthest, most);
    }
}

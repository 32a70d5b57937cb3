package fovea.imports.dl4j;

import fovea.imports.FileTensor;
import fovea.imports.LayerProblem;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// The one vector in which all parameters lie, layer after layer.
final class Parameters {
    private final float[] all;
    private int next;

    Parameters(float[] all) {
        this.all = all;
    }

    /// The next parameter.
    ///
    /// @param place what messages call it
    /// @param shape its last axis lies fastest
    FileTensor take(String place, Integer... shape) {
        return take(place, x -> x, shape);
    }

    /// The next parameter, each number changed.
    FileTensor take(String place, DoubleUnaryOperator change, Integer... shape) {
        long count = 1;
        for (int size : shape) {
            count = size < 1 || count > all.length ? all.length + 1L : count * size;
        }
        if (count > all.length - next) {
            throw new LayerProblem(
                    "its weights are not in the file, which has %d numbers in all"
                            .formatted(all.length),
                    "save the model again with Deeplearning4j");
        }
        int from = next;
        next += (int) count;
        return new Slice(place, List.of(shape), () -> changed(from, next(from, shape), change));
    }

    private static int next(int from, Integer... shape) {
        return from + Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }

    private float[] changed(int from, int to, DoubleUnaryOperator change) {
        float[] part = Arrays.copyOfRange(all, from, to);
        for (int i = 0; i < part.length; i++) {
            part[i] = (float) change.applyAsDouble(part[i]);
        }
        return part;
    }

    /// How many numbers there are.
    int count() {
        return all.length;
    }

    /// How many numbers no layer has taken.
    int left() {
        return all.length - next;
    }

    private interface Reading {
        float[] read();
    }

    private record Slice(String place, List<Integer> shape, Reading reading) implements FileTensor {
        @Override
        public float[] read() {
            return reading.read();
        }
    }
}

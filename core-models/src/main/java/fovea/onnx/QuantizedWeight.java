package fovea.onnx;

import fovea.graph.Value;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/// Weights as integers from −127 to 127, each channel with a scale of its own, so that its largest
/// weight is ±127.
///
/// @param values row-major, as the weights
/// @param scales a 32-bit number for each channel, little-endian
record QuantizedWeight(ByteBuffer values, ByteBuffer scales) {
    /// What is added so that they are unsigned. ONNX Runtime multiplies two unsigned bytes exactly;
    /// with a signed one, processors without VNNI cut off sums of two products at 16 bits, and
    /// integer convolutions were five to nine times slower (see decision 0020).
    static final int SHIFT = 128;

    private static final float LARGEST = 127;

    /// @param axis of the channels
    static QuantizedWeight of(Value parameter, FloatBuffer weights, int axis) {
        int channels = parameter.shape().dim(axis);
        int inner = 1;
        for (int after = axis + 1; after < parameter.shape().rank(); after++) {
            inner *= parameter.shape().dim(after);
        }
        float[] largest = new float[channels];
        for (int i = 0; i < weights.limit(); i++) {
            float size = Math.abs(weights.get(i));
            if (!Float.isFinite(size)) {
                throw WeightStore.problem(
                        parameter,
                        "it holds " + weights.get(i),
                        "export a checkpoint from before the training diverged");
            }
            int channel = i / inner % channels;
            largest[channel] = Math.max(largest[channel], size);
        }
        ByteBuffer scales = little(channels * Float.BYTES);
        for (int channel = 0; channel < channels; channel++) {
            // a channel without weights, or with none that a scale could reach
            boolean empty = largest[channel] < Float.MIN_NORMAL * LARGEST;
            largest[channel] = empty ? 1 : largest[channel] / LARGEST;
            scales.putFloat(largest[channel]);
        }
        ByteBuffer values = little(weights.limit());
        for (int i = 0; i < weights.limit(); i++) {
            values.put((byte) Math.rint(weights.get(i) / largest[i / inner % channels]));
        }
        return new QuantizedWeight(values.flip(), scales.flip());
    }

    int channels() {
        return scales.limit() / Float.BYTES;
    }

    /// From 1 to 255, around [#SHIFT].
    ByteBuffer shifted() {
        ByteBuffer shifted = little(values.limit());
        for (int i = 0; i < values.limit(); i++) {
            shifted.put((byte) (values.get(i) + SHIFT));
        }
        return shifted.flip();
    }

    /// As [#shifted], of a matrix `out×in` as `in×out`.
    ByteBuffer shiftedAndTransposed() {
        int rows = channels();
        int columns = values.limit() / rows;
        ByteBuffer shifted = little(values.limit());
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < rows; row++) {
                shifted.put((byte) (values.get(row * columns + column) + SHIFT));
            }
        }
        return shifted.flip();
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}

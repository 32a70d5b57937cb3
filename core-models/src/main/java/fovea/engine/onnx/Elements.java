package fovea.engine.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.TensorInfo;

import fovea.onnx.Dimension;
import fovea.onnx.ElementType;
import fovea.onnx.OnnxFile;
import fovea.onnx.ValueInfo;
import fovea.problem.InvalidInputException;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Between the host's 32-bit numbers and the element types of models.
final class Elements {
    private static final int QUIET_NAN = 1 << 22;

    private Elements() {}

    /// What an opened model says of an input or output.
    ///
    /// @throws InvalidInputException if it is not made of numbers that we can convert
    static ValueInfo described(OnnxFile file, NodeInfo node) {
        ElementType type =
                node.getInfo() instanceof TensorInfo tensor && !wideUnsigned(tensor)
                        ? type(tensor.type)
                        : ElementType.UNDEFINED;
        if (type == ElementType.UNDEFINED) {
            throw InvalidInputException.of(
                    file.place(),
                    "'%s' is not a tensor of numbers (%s)"
                            .formatted(node.getName(), node.getInfo()),
                    "use a model whose inputs and outputs are tensors of numbers");
        }
        // The library does not tell a scalar from a tensor of any shape.
        Optional<List<Dimension>> dims =
                dims((TensorInfo) node.getInfo()).or(() -> declared(file, node.getName()));
        return new ValueInfo(node.getName(), type, dims);
    }

    /// The library's Java side takes these for signed ones.
    private static boolean wideUnsigned(TensorInfo tensor) {
        return tensor.onnxType.name().matches(".*UINT(16|32|64)");
    }

    private static Optional<List<Dimension>> declared(OnnxFile file, String name) {
        return Stream.concat(file.inputs().stream(), file.outputs().stream())
                .filter(value -> value.name().equals(name))
                .findFirst()
                .flatMap(ValueInfo::dims);
    }

    private static Optional<List<Dimension>> dims(TensorInfo tensor) {
        List<Dimension> dims = new ArrayList<>();
        long[] shape = tensor.getShape();
        String[] names = tensor.getDimensionNames();
        for (int axis = 0; axis < shape.length; axis++) {
            dims.add(
                    shape[axis] < 0
                            ? new Dimension.Dynamic(names[axis])
                            : new Dimension.Fixed(shape[axis]));
        }
        return dims.isEmpty() ? Optional.empty() : Optional.of(dims);
    }

    private static ElementType type(OnnxJavaType type) {
        return switch (type) {
            case FLOAT -> ElementType.FLOAT;
            case DOUBLE -> ElementType.DOUBLE;
            case INT8 -> ElementType.INT8;
            case INT16 -> ElementType.INT16;
            case INT32 -> ElementType.INT32;
            case INT64 -> ElementType.INT64;
            case BOOL -> ElementType.BOOL;
            case UINT8 -> ElementType.UINT8;
            case FLOAT16 -> ElementType.FLOAT16;
            case BFLOAT16 -> ElementType.BFLOAT16;
            case STRING, UNKNOWN -> ElementType.UNDEFINED;
        };
    }

    static OnnxJavaType type(ElementType type) {
        return OnnxJavaType.valueOf(type.name());
    }

    /// The numbers as elements of a type: rounded to whole ones and cut to its range.
    static ByteBuffer converted(FloatBuffer values, ElementType type) {
        OnnxJavaType java = type(type);
        ByteBuffer bytes =
                ByteBuffer.allocateDirect(Math.multiplyExact(values.capacity(), java.size))
                        .order(ByteOrder.nativeOrder());
        for (int i = 0; i < values.capacity(); i++) {
            float value = values.get(i);
            switch (java) {
                case FLOAT -> bytes.putFloat(value);
                case DOUBLE -> bytes.putDouble(value);
                case INT8 -> bytes.put((byte) Math.clamp(Math.round(value), -128, 127));
                case UINT8 -> bytes.put((byte) Math.clamp(Math.round(value), 0, 255));
                case INT16 -> bytes.putShort((short) Math.clamp(Math.round(value), -32768, 32767));
                case INT32 -> bytes.putInt(Math.round(value));
                case INT64 -> bytes.putLong(Math.round((double) value));
                case BOOL -> bytes.put((byte) (value == 0 ? 0 : 1));
                case FLOAT16 -> bytes.putShort(Float.floatToFloat16(value));
                case BFLOAT16 -> bytes.putShort(bfloat16(value));
                case STRING, UNKNOWN -> throw new IllegalArgumentException("no numbers: " + type);
            }
        }
        return bytes.flip();
    }

    /// The nearest bfloat16, the even one of two that are as near; NaN stays NaN.
    private static short bfloat16(float value) {
        int bits = Float.floatToRawIntBits(value);
        int rounded = Float.isNaN(value) ? bits | QUIET_NAN : bits + 0x7fff + ((bits >>> 16) & 1);
        return (short) (rounded >>> 16);
    }

    /// The elements of a tensor as 32-bit numbers.
    static void copy(OnnxTensor tensor, FloatBuffer into) {
        if (tensor.getInfo().type == OnnxJavaType.FLOAT) {
            into.put(0, tensor.getFloatBuffer(), 0, into.capacity());
            return;
        }
        ByteBuffer bytes = tensor.getByteBuffer().order(ByteOrder.nativeOrder());
        for (int i = 0; i < into.capacity(); i++) {
            into.put(
                    i,
                    switch (tensor.getInfo().type) {
                        case FLOAT -> bytes.getFloat();
                        case DOUBLE -> (float) bytes.getDouble();
                        case INT8 -> bytes.get();
                        case UINT8 -> Byte.toUnsignedInt(bytes.get());
                        case INT16 -> bytes.getShort();
                        case INT32 -> bytes.getInt();
                        case INT64 -> bytes.getLong();
                        case BOOL -> bytes.get() == 0 ? 0 : 1;
                        case FLOAT16 -> Float.float16ToFloat(bytes.getShort());
                        case BFLOAT16 -> Float.intBitsToFloat(bytes.getShort() << 16);
                        case STRING, UNKNOWN ->
                                throw new IllegalArgumentException("no numbers: " + tensor);
                    });
        }
    }
}

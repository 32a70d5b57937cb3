package fovea.onnx;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Checks that a tensor has as many elements as its shape says, here or in a file of the folder.
final class TensorCheck {
    private static final int MOST_DIMENSIONS = 64;

    private final Optional<ExternalData> files;

    TensorCheck(Optional<Path> folder) {
        files = folder.map(ExternalData::new);
    }

    void check(TensorProto tensor) throws IOException {
        if (tensor.type() == ElementType.UNDEFINED) {
            throw Malformed.damaged(named(tensor) + " has elements of no known type");
        }
        long elements = elements(tensor);
        switch (tensor.data()) {
            case TensorData.Raw raw -> {
                require(tensor, tensor.type() != ElementType.STRING);
                require(tensor, raw.bytes().remaining() == bytes(tensor, elements));
            }
            case TensorData.Listed listed ->
                    require(tensor, listed.count() == listed(tensor, listed.field(), elements));
            case TensorData.Absent absent -> require(tensor, elements == 0);
            case TensorData.External external -> {
                require(tensor, tensor.type() != ElementType.STRING);
                ExternalData folder =
                        files.orElseThrow(
                                () ->
                                        new Malformed(
                                                named(tensor) + " lies in another file",
                                                "export the model with its weights inside"));
                folder.check(named(tensor), external.entries(), bytes(tensor, elements));
            }
        }
    }

    private static long elements(TensorProto tensor) throws Malformed {
        List<Long> dims = tensor.dims();
        BigInteger product = BigInteger.ONE;
        boolean valid = dims.size() <= MOST_DIMENSIONS;
        for (int axis = 0; valid && axis < dims.size(); axis++) {
            valid = dims.get(axis) >= 0;
            product = product.multiply(BigInteger.valueOf(dims.get(axis)));
        }
        // so that no count of bits overflows either
        if (!valid || product.bitLength() > 55) {
            throw Malformed.damaged(named(tensor) + " has an impossible shape");
        }
        return product.longValue();
    }

    private static long bytes(TensorProto tensor, long elements) {
        return Math.ceilDiv(elements * tensor.type().bits(), Byte.SIZE);
    }

    /// How many numbers of a field of `TensorProto` the elements take; −1 if they don't belong
    /// there.
    private static long listed(TensorProto tensor, int field, long elements) {
        return switch (tensor.type()) {
            case FLOAT -> field == 4 ? elements : -1;
            case COMPLEX64 -> field == 4 ? 2 * elements : -1;
            case DOUBLE -> field == 10 ? elements : -1;
            case COMPLEX128 -> field == 10 ? 2 * elements : -1;
            case INT64 -> field == 7 ? elements : -1;
            case UINT32, UINT64 -> field == 11 ? elements : -1;
            case STRING -> field == 6 ? elements : -1;
            case UINT4, INT4, FLOAT4E2M1, UINT2, INT2 -> field == 5 ? bytes(tensor, elements) : -1;
            case UNDEFINED,
                    UINT8,
                    INT8,
                    UINT16,
                    INT16,
                    INT32,
                    BOOL,
                    FLOAT16,
                    BFLOAT16,
                    FLOAT8E4M3FN,
                    FLOAT8E4M3FNUZ,
                    FLOAT8E5M2,
                    FLOAT8E5M2FNUZ,
                    FLOAT8E8M0 ->
                    field == 5 ? elements : -1;
        };
    }

    private static void require(TensorProto tensor, boolean fits) throws Malformed {
        if (!fits) {
            throw Malformed.damaged(
                    "%s has not as many elements as its shape %s says"
                            .formatted(named(tensor), tensor.dims()));
        }
    }

    private static String named(TensorProto tensor) {
        return "tensor '" + tensor.name() + "'";
    }
}

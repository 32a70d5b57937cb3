package fovea.imports.dl4j;

import fovea.problem.InvalidInputException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// The binary form in which ND4J 1.0.0 writes an array: twice an allocation mode, a length, a
/// number type and big-endian numbers; first the shape, then the elements. A vector is read
/// whatever its shape, since model parameters are one.
final class NdArray {
    private static final int MOST_SHAPE = 128;
    private static final String CURE =
            "load the model with Deeplearning4j 1.0.0 and save it again, as numbers of 32 bits";

    private final ByteBuffer bytes;
    private final String place;

    private NdArray(ByteBuffer bytes, String place) {
        this.bytes = bytes;
        this.place = place;
    }

    /// @param place what messages call the content
    /// @throws InvalidInputException if it is no such array
    static float[] read(byte[] content, String place) {
        NdArray array = new NdArray(ByteBuffer.wrap(content), place);
        array.skipShape();
        float[] elements = array.elements();
        if (array.bytes.hasRemaining()) {
            throw array.damaged("%d bytes follow its end".formatted(array.bytes.remaining()));
        }
        return elements;
    }

    private void skipShape() {
        long length = header();
        String type = text();
        int size =
                switch (type) {
                    case "LONG" -> Long.BYTES;
                    case "INT" -> Integer.BYTES;
                    default -> throw damaged("its shape is of the type '" + type + "'");
                };
        if (length > MOST_SHAPE) {
            throw damaged("its shape has " + length + " numbers");
        }
        require(length * size);
        bytes.position(bytes.position() + (int) length * size);
    }

    private float[] elements() {
        long length = header();
        String type = text();
        return switch (type) {
            case "FLOAT" -> {
                float[] floats = new float[count(length, Float.BYTES)];
                bytes.asFloatBuffer().get(floats);
                bytes.position(bytes.position() + floats.length * Float.BYTES);
                yield floats;
            }
            case "DOUBLE" -> {
                float[] floats = new float[count(length, Double.BYTES)];
                for (int i = 0; i < floats.length; i++) {
                    floats[i] = (float) bytes.getDouble();
                }
                yield floats;
            }
            default ->
                    throw InvalidInputException.of(
                            place, "its numbers are of the type '" + type + "'", CURE);
        };
    }

    private int count(long length, int size) {
        require(Math.multiplyExact(length, (long) size));
        return (int) length;
    }

    /// @return how many numbers follow
    private long header() {
        String mode = text();
        if (!mode.equals("MIXED_DATA_TYPES") && !mode.equals("LONG_SHAPE")) {
            throw InvalidInputException.of(
                    place, "it was written by an old ND4J ('" + mode + "')", CURE);
        }
        require(Long.BYTES);
        long length = bytes.getLong();
        if (length < 0 || length > bytes.remaining()) {
            throw damaged("it announces " + length + " numbers");
        }
        return length;
    }

    /// A text of Java's `writeUTF`, of which only plain letters occur.
    private String text() {
        require(Short.BYTES);
        int length = Short.toUnsignedInt(bytes.getShort());
        if (length > 32) {
            throw damaged("a name of it is " + length + " bytes long");
        }
        require(length);
        byte[] letters = new byte[length];
        bytes.get(letters);
        return new String(letters, StandardCharsets.US_ASCII).replaceAll("[^A-Z0-9_]", "?");
    }

    private void require(long count) {
        if (count > bytes.remaining()) {
            throw damaged("it is cut short");
        }
    }

    private InvalidInputException damaged(String cause) {
        return InvalidInputException.of(
                place,
                "the array cannot be read: " + cause,
                "copy the file again, or save the model again with Deeplearning4j");
    }
}

package fovea.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Writes a [PixelImage] as the bytes of a PNG file, without loss, for reports and exports.
public final class PngEncoder {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
    private static final byte GREY = 0;
    private static final byte RGB = 2;
    private static final byte SUBTRACT_LEFT = 1;

    private PngEncoder() {}

    public static byte[] encode(PixelImage image) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(SIGNATURE);
        ByteBuffer header = ByteBuffer.allocate(13);
        header.putInt(image.width()).putInt(image.height());
        header.put((byte) 8).put(image.channels() == 1 ? GREY : RGB);
        chunk(file, "IHDR", header.array());
        chunk(file, "IDAT", compressed(image));
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static byte[] compressed(PixelImage image) {
        int channels = image.channels();
        byte[] pixels = image.pixels();
        byte[] row = new byte[1 + image.width() * channels];
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Deflater deflater = new Deflater();
                DeflaterOutputStream zlib = new DeflaterOutputStream(out, deflater)) {
            row[0] = SUBTRACT_LEFT;
            for (int y = 0; y < image.height(); y++) {
                int at = y * image.width() * channels;
                for (int i = 0; i < row.length - 1; i++) {
                    int left = i < channels ? 0 : pixels[at + i - channels];
                    row[i + 1] = (byte) (pixels[at + i] - left);
                }
                zlib.write(row);
            }
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot refuse bytes", e);
        }
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        file.writeBytes(name);
        file.writeBytes(data);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}

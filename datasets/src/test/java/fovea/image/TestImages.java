package fovea.image;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

import javax.imageio.ImageIO;

/// Images made for tests, some of them in forms that writers rarely produce.
public final class TestImages {
    private TestImages() {}

    /// Every pixel differs from its neighbours.
    public static PixelImage gradient(int width, int height, int channels) {
        byte[] pixels = new byte[width * height * channels];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 7 + i / width);
        }
        return new PixelImage(width, height, channels, pixels);
    }

    public static PixelImage flat(int width, int height, int... colour) {
        byte[] pixels = new byte[width * height * colour.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) colour[i % colour.length];
        }
        return new PixelImage(width, height, colour.length, pixels);
    }

    /// Four flat quarters, `a b` above `c d`, so that lossy formats keep them.
    static PixelImage quarters(int width, int height, int[] abcd) {
        byte[] pixels = new byte[width * height];
        for (int i = 0; i < pixels.length; i++) {
            int right = i % width < width / 2 ? 0 : 1;
            int below = i / width < height / 2 ? 0 : 2;
            pixels[i] = (byte) abcd[right + below];
        }
        return new PixelImage(width, height, 1, pixels);
    }

    static BufferedImage buffered(PixelImage image) {
        int type =
                image.channels() == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB;
        BufferedImage result = new BufferedImage(image.width(), image.height(), type);
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                if (image.channels() == 1) {
                    result.getRaster().setSample(x, y, 0, image.at(x, y, 0));
                } else {
                    int rgb = image.at(x, y, 0) << 16 | image.at(x, y, 1) << 8 | image.at(x, y, 2);
                    result.setRGB(x, y, rgb);
                }
            }
        }
        return result;
    }

    /// Written by the JDK, so that the decoder does not judge itself.
    public static byte[] written(PixelImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(buffered(image), format, out)) {
                throw new IllegalArgumentException("the JDK does not write " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] webp(PixelImage image) {
        try (PointerScope _ = new PointerScope()) {
            return encoded(".webp", OpenCv.mat(image));
        }
    }

    /// Zeros of 32-bit floating point.
    static byte[] floatTiff(int width, int height) {
        try (PointerScope _ = new PointerScope()) {
            return encoded(".tiff", new Mat(height, width, opencv_core.CV_32FC1, Scalar.all(0)));
        }
    }

    private static byte[] encoded(String extension, Mat mat) {
        BytePointer out = new BytePointer();
        opencv_imgcodecs.imencode(extension, mat, out);
        byte[] bytes = new byte[Math.toIntExact(out.limit())];
        out.get(bytes);
        return bytes;
    }

    /// A PNG from its parts.
    ///
    /// @param rows the unpacked picture data, each row after its filter byte
    static byte[] png(int width, int height, int depthAndType, byte[] rows, byte[]... extra) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        byte[] header =
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .putShort((short) depthAndType)
                        .array();
        out.writeBytes(chunk("IHDR", header));
        for (byte[] chunk : extra) {
            out.writeBytes(chunk);
        }
        out.writeBytes(chunk("IDAT", deflated(rows)));
        out.writeBytes(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    static byte[] chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] deflated(byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream zlib = new DeflaterOutputStream(out)) {
            zlib.write(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// An EXIF block in TIFF form that says nothing but the orientation.
    static byte[] exif(int orientation, ByteOrder order) {
        ByteBuffer block = ByteBuffer.allocate(26).order(order);
        block.put(
                (order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.US_ASCII));
        block.putShort((short) 42).putInt(8).putShort((short) 1);
        block.putShort((short) 274).putShort((short) 3).putInt(1).putShort((short) orientation);
        return block.array();
    }

    /// A JPEG with an EXIF segment put in after its first marker.
    static byte[] withExif(byte[] jpeg, int orientation, ByteOrder order) {
        byte[] block = exif(orientation, order);
        ByteBuffer out = ByteBuffer.allocate(jpeg.length + 10 + block.length);
        out.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) (8 + block.length));
        out.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(block);
        return out.put(jpeg, 2, jpeg.length - 2).array();
    }

    /// An uncompressed grey TIFF with an orientation.
    static byte[] tiff(PixelImage grey, int orientation) {
        int[][] tags = {
            {256, grey.width()},
            {257, grey.height()},
            {258, 8},
            {259, 1},
            {262, 1},
            {273, 8},
            {274, orientation},
            {277, 1},
            {278, grey.height()},
            {279, grey.pixels().length},
        };
        int directory = 8 + grey.pixels().length + grey.pixels().length % 2;
        ByteBuffer out =
                ByteBuffer.allocate(directory + 6 + 12 * tags.length)
                        .order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(directory);
        out.put(grey.pixels()).position(directory);
        out.putShort((short) tags.length);
        for (int[] tag : tags) {
            out.putShort((short) tag[0]).putShort((short) 4).putInt(1).putInt(tag[1]);
        }
        return out.array();
    }
}

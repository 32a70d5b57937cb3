package fovea.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The RIFF chunks of a WebP file (RFC 9649).
final class WebpFile {
    private static final int FIRST_CHUNK = 12;
    private static final int LOSSY = 0x56503820;
    private static final int LOSSLESS = 0x5650384C;
    private static final int EXTENDED = 0x56503858;
    private static final int EXIF = 0x45584946;
    private static final int FOURTEEN_BITS = 0x3FFF;

    private WebpFile() {}

    static ImageHeader header(ByteBuffer file) throws ImageFault {
        ByteBuffer data = file.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        return switch (file.getInt(FIRST_CHUNK)) {
            case LOSSY ->
                    upright(data.getShort(26) & FOURTEEN_BITS, data.getShort(28) & FOURTEEN_BITS);
            case LOSSLESS -> {
                int packed = data.getInt(21);
                yield upright((packed & FOURTEEN_BITS) + 1, ((packed >>> 14) & FOURTEEN_BITS) + 1);
            }
            case EXTENDED ->
                    new ImageHeader(
                            ImageFormat.WEBP,
                            (data.getInt(24) & 0xFFFFFF) + 1,
                            (data.getInt(26) >>> 8) + 1,
                            orientation(data),
                            3);
            default -> throw ImageFault.damaged("the WebP file has no picture chunk");
        };
    }

    static void checkComplete(ByteBuffer file) throws ImageFault {
        ByteBuffer data = file.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        long promised = Integer.toUnsignedLong(data.getInt(4)) + 8;
        if (promised > file.capacity()) {
            throw ImageFault.truncated(
                    "its header promises %d bytes and there are %d"
                            .formatted(promised, file.capacity()));
        }
    }

    private static ImageHeader upright(int width, int height) {
        return new ImageHeader(ImageFormat.WEBP, width, height, 1, 3);
    }

    private static int orientation(ByteBuffer littleEndian) {
        ByteBuffer names = littleEndian.duplicate().order(ByteOrder.BIG_ENDIAN);
        long at = FIRST_CHUNK;
        while (at + 8 <= names.capacity()) {
            long length = Integer.toUnsignedLong(littleEndian.getInt((int) at + 4));
            if (names.getInt((int) at) == EXIF && at + 8 + length <= names.capacity()) {
                return TiffFile.orientation(names.slice((int) at + 8, (int) length));
            }
            at += 8 + length + (length & 1);
        }
        return 1;
    }
}

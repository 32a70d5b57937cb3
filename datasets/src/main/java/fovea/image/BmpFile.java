package fovea.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The header of a Windows bitmap.
final class BmpFile {
    private static final int CORE_HEADER = 12;

    private BmpFile() {}

    static ImageHeader header(ByteBuffer file) {
        ByteBuffer data = file.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        if (data.getInt(14) == CORE_HEADER) {
            int width = Short.toUnsignedInt(data.getShort(18));
            int height = Short.toUnsignedInt(data.getShort(20));
            return new ImageHeader(ImageFormat.BMP, width, height, 1, 3);
        }
        return new ImageHeader(ImageFormat.BMP, data.getInt(18), Math.abs(data.getInt(22)), 1, 3);
    }

    static void checkComplete(ImageHeader header, ByteBuffer file) throws ImageFault {
        ByteBuffer data = file.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        if (data.getInt(14) == CORE_HEADER) {
            return;
        }
        int bits = Short.toUnsignedInt(data.getShort(28));
        int compression = data.getInt(30);
        boolean plain = compression == 0 || compression == 3;
        long row = ((long) header.storedWidth() * bits + 31) / 32 * 4;
        long needed = Integer.toUnsignedLong(data.getInt(10)) + row * header.storedHeight();
        if (plain && needed > file.capacity()) {
            throw ImageFault.truncated(
                    "its header promises %d bytes and there are %d"
                            .formatted(needed, file.capacity()));
        }
    }
}

package fovea.image;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/// The chunks of a PNG file (PNG specification, third edition, 2025).
final class PngFile {
    private static final int FIRST_CHUNK = 8;
    private static final int AROUND_DATA = 12;
    private static final int IHDR = 0x49484452;
    private static final int EXIF = 0x65584966;
    private static final int IEND = 0x49454E44;

    private PngFile() {}

    static ImageHeader header(ByteBuffer file) throws ImageFault {
        if (file.getInt(12) != IHDR) {
            throw ImageFault.damaged("a PNG must begin with its IHDR chunk");
        }
        int colourType = file.get(25);
        int channels = colourType == 0 || colourType == 4 ? 1 : 3;
        return new ImageHeader(
                ImageFormat.PNG, file.getInt(16), file.getInt(20), orientation(file), channels);
    }

    private static int orientation(ByteBuffer file) {
        for (int at = FIRST_CHUNK; has(file, at); at = next(file, at)) {
            if (file.getInt(at + 4) == EXIF) {
                return TiffFile.orientation(file.slice(at + 8, file.getInt(at)));
            }
        }
        return 1;
    }

    /// Every chunk must be there up to IEND, and agree with its checksum.
    static void checkComplete(ByteBuffer file) throws ImageFault {
        for (int at = FIRST_CHUNK; has(file, at); at = next(file, at)) {
            CRC32 sum = new CRC32();
            sum.update(file.slice(at + 4, file.getInt(at) + 4));
            if ((int) sum.getValue() != file.getInt(at + 8 + file.getInt(at))) {
                throw ImageFault.damaged("a PNG chunk does not match its checksum");
            }
            if (file.getInt(at + 4) == IEND) {
                return;
            }
        }
        throw ImageFault.truncated("the PNG end chunk is missing");
    }

    private static boolean has(ByteBuffer file, int at) {
        return at + AROUND_DATA <= file.capacity()
                && file.getInt(at) >= 0
                && file.getInt(at) <= file.capacity() - at - AROUND_DATA;
    }

    private static int next(ByteBuffer file, int at) {
        return at + AROUND_DATA + file.getInt(at);
    }
}

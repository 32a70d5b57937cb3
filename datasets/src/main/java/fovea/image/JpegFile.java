package fovea.image;

import java.nio.ByteBuffer;

/// The marker segments of a JPEG file (ITU-T T.81) and the EXIF block in its APP1 segment.
final class JpegFile {
    private static final int START_OF_SCAN = 0xDA;
    private static final int APP1 = 0xE1;
    private static final int EXIF = 0x45786966;

    private JpegFile() {}

    static ImageHeader header(ByteBuffer file) throws ImageFault {
        int frame = find(file, JpegFile::isFrame);
        int height = Short.toUnsignedInt(file.getShort(frame + 5));
        int width = Short.toUnsignedInt(file.getShort(frame + 7));
        int channels = file.get(frame + 9) == 1 ? 1 : 3;
        return new ImageHeader(ImageFormat.JPEG, width, height, orientation(file), channels);
    }

    /// An end-of-image marker must follow the first scan; whatever lies behind it is no matter.
    static void checkComplete(ByteBuffer file) throws ImageFault {
        int scan = find(file, marker -> marker == START_OF_SCAN);
        for (int at = file.capacity() - 2; at > scan; at--) {
            if (file.get(at) == (byte) 0xFF && file.get(at + 1) == (byte) 0xD9) {
                return;
            }
        }
        throw ImageFault.truncated("the JPEG end marker is missing");
    }

    private static int orientation(ByteBuffer file) throws ImageFault {
        int at = find(file, marker -> marker == APP1 || marker == START_OF_SCAN);
        while (marker(file, at) == APP1) {
            int length = Short.toUnsignedInt(file.getShort(at + 2));
            if (length > 8 && file.getInt(at + 4) == EXIF) {
                return TiffFile.orientation(file.slice(at + 10, length - 8));
            }
            at = find(file, at + 2 + length, m -> m == APP1 || m == START_OF_SCAN);
        }
        return 1;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0
                && marker <= 0xCF
                && marker != 0xC4
                && marker != 0xC8
                && marker != 0xCC;
    }

    private interface Wanted {
        boolean test(int marker);
    }

    private static int find(ByteBuffer file, Wanted wanted) throws ImageFault {
        return find(file, 2, wanted);
    }

    /// Where the first wanted segment begins, at its `FF`.
    private static int find(ByteBuffer file, int from, Wanted wanted) throws ImageFault {
        int at = from;
        while (!wanted.test(marker(file, at))) {
            int marker = marker(file, at);
            if (marker == START_OF_SCAN) {
                throw ImageFault.damaged("the JPEG frame header is missing");
            }
            at = marker == 0xFF ? at + 1 : at + 2 + Short.toUnsignedInt(file.getShort(at + 2));
        }
        return at;
    }

    private static int marker(ByteBuffer file, int at) throws ImageFault {
        if (file.get(at) != (byte) 0xFF) {
            throw ImageFault.damaged("a JPEG segment does not begin where it should");
        }
        return Byte.toUnsignedInt(file.get(at + 1));
    }
}

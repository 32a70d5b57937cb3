package fovea.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/// The first directory of a TIFF file (TIFF 6.0); EXIF blocks have the same form.
final class TiffFile {
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int PHOTOMETRIC = 262;
    private static final int STRIP_OFFSETS = 273;
    private static final int ORIENTATION = 274;
    private static final int SAMPLES_PER_PIXEL = 277;
    private static final int STRIP_BYTES = 279;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_BYTES = 325;
    private static final int PALETTE = 3;

    /// An entry of the directory: how many values, how wide each, and where they lie.
    private record Entry(int width, int count, int at) {}

    private final ByteBuffer data;
    private final Map<Integer, Entry> entries = new HashMap<>();

    private TiffFile(ByteBuffer file) {
        data = file.duplicate();
        data.order(data.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = data.getInt(4);
        int count = Short.toUnsignedInt(data.getShort(directory));
        for (int i = 0; i < count; i++) {
            int at = directory + 2 + 12 * i;
            int width = data.getShort(at + 2) == 3 ? 2 : 4;
            int values = data.getInt(at + 4);
            boolean inside = (long) values * width <= 4;
            // As libtiff does, take the first of several entries with the same tag.
            entries.putIfAbsent(
                    Short.toUnsignedInt(data.getShort(at)),
                    new Entry(width, values, inside ? at + 8 : data.getInt(at + 8)));
        }
    }

    static ImageHeader header(ByteBuffer file) {
        TiffFile tiff = new TiffFile(file);
        boolean colour =
                tiff.first(SAMPLES_PER_PIXEL, 1) >= 3 || tiff.first(PHOTOMETRIC, 1) == PALETTE;
        return new ImageHeader(
                ImageFormat.TIFF,
                tiff.first(WIDTH, 0),
                tiff.first(HEIGHT, 0),
                upright(tiff.first(ORIENTATION, 1)),
                colour ? 3 : 1);
    }

    /// The orientation an EXIF block names; 1 if it names none or cannot be understood.
    static int orientation(ByteBuffer exif) {
        try {
            return upright(new TiffFile(exif).first(ORIENTATION, 1));
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            return 1;
        }
    }

    static void checkComplete(ByteBuffer file) throws ImageFault {
        TiffFile tiff = new TiffFile(file);
        tiff.checkInside(STRIP_OFFSETS, STRIP_BYTES);
        tiff.checkInside(TILE_OFFSETS, TILE_BYTES);
    }

    private void checkInside(int offsets, int sizes) throws ImageFault {
        Entry from = entries.get(offsets);
        Entry length = entries.get(sizes);
        if (from == null || length == null) {
            return;
        }
        for (int i = 0; i < Math.min(from.count, length.count); i++) {
            if (value(from, i) + value(length, i) > data.capacity()) {
                throw ImageFault.truncated("part of the TIFF picture lies behind its end");
            }
        }
    }

    private int first(int tag, int otherwise) {
        Entry entry = entries.get(tag);
        return entry == null ? otherwise : (int) value(entry, 0);
    }

    private long value(Entry entry, int index) {
        return entry.width == 2
                ? Short.toUnsignedLong(data.getShort(entry.at + 2 * index))
                : Integer.toUnsignedLong(data.getInt(entry.at + 4 * index));
    }

    private static int upright(int orientation) {
        return orientation >= 1 && orientation <= 8 ? orientation : 1;
    }
}

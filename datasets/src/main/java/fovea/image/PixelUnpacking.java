package fovea.image;

/// Turns decoded bytes into [PixelImage]s: channel order, transparency, orientation.
final class PixelUnpacking {
    private PixelUnpacking() {}

    /// @param bytes `H×W×C` with `C` = 1 (grey), 2 (grey, alpha), 3 (BGR) or 4 (BGRA)
    static byte[] rgb(byte[] bytes, int channels) {
        if (channels == 1) {
            return spread(bytes);
        } else if (channels == 2) {
            return spread(onWhite(bytes, 2));
        }
        byte[] colours = channels == 4 ? onWhite(bytes, 4) : bytes;
        for (int i = 0; i < colours.length; i += 3) {
            byte blue = colours[i];
            colours[i] = colours[i + 2];
            colours[i + 2] = blue;
        }
        return colours;
    }

    private static byte[] spread(byte[] grey) {
        byte[] rgb = new byte[grey.length * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = grey[i / 3];
        }
        return rgb;
    }

    /// Blends with a white page, as a picture viewer shows it; the last channel is the opacity.
    private static byte[] onWhite(byte[] bytes, int channels) {
        int colours = channels - 1;
        byte[] result = new byte[bytes.length / channels * colours];
        for (int from = 0, to = 0; from < bytes.length; from += channels) {
            int alpha = bytes[from + colours] & 0xFF;
            for (int c = 0; c < colours; c++) {
                int value = (bytes[from + c] & 0xFF) * alpha + 255 * (255 - alpha);
                result[to++] = (byte) ((value + 127) / 255);
            }
        }
        return result;
    }

    /// The image turned and mirrored as an EXIF orientation (1 to 8) asks, so that it is upright.
    static PixelImage upright(PixelImage image, int orientation) {
        int w = image.width();
        int h = image.height();
        return switch (orientation) {
            case 2 -> mapped(image, w, h, new int[] {w - 1, -1, 0, 0, 0, 1});
            case 3 -> mapped(image, w, h, new int[] {w - 1, -1, 0, h - 1, 0, -1});
            case 4 -> mapped(image, w, h, new int[] {0, 1, 0, h - 1, 0, -1});
            case 5 -> mapped(image, h, w, new int[] {0, 0, 1, 0, 1, 0});
            case 6 -> mapped(image, h, w, new int[] {0, 0, 1, h - 1, -1, 0});
            case 7 -> mapped(image, h, w, new int[] {w - 1, 0, -1, h - 1, -1, 0});
            case 8 -> mapped(image, h, w, new int[] {w - 1, 0, -1, 0, 1, 0});
            default -> image;
        };
    }

    /// The source column of `(x, y)` is `m0 + m1·x + m2·y`, its row `m3 + m4·x + m5·y`.
    private static PixelImage mapped(PixelImage image, int width, int height, int[] m) {
        int channels = image.channels();
        byte[] from = image.pixels();
        byte[] to = new byte[from.length];
        int at = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int column = m[0] + m[1] * x + m[2] * y;
                int row = m[3] + m[4] * x + m[5] * y;
                int source = (row * image.width() + column) * channels;
                for (int c = 0; c < channels; c++) {
                    to[at++] = from[source + c];
                }
            }
        }
        return new PixelImage(width, height, channels, to);
    }
}

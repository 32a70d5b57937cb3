package fovea.image;

/// An image in memory: 8 bits a channel, rows from the top, channels interleaved (`H×W×C`), grey
/// (`C` = 1) or RGB (`C` = 3). The array is shared, not copied: whoever makes the image hands it
/// over and nobody writes to it afterwards.
public final class PixelImage implements ImageSource {
    private final int width;
    private final int height;
    private final int channels;
    private final byte[] pixels;

    public PixelImage(int width, int height, int channels, byte[] pixels) {
        if (width < 1
                || height < 1
                || (channels != 1 && channels != 3)
                || pixels.length != (long) width * height * channels) {
            throw new IllegalArgumentException(
                    "%d bytes are not an image of %d×%d×%d"
                            .formatted(pixels.length, height, width, channels));
        }
        this.width = width;
        this.height = height;
        this.channels = channels;
        this.pixels = pixels;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public int channels() {
        return channels;
    }

    /// The pixels themselves, `H×W×C`; to be read only.
    public byte[] pixels() {
        return pixels;
    }

    /// The value 0…255 at a place.
    public int at(int x, int y, int channel) {
        return pixels[(y * width + x) * channels + channel] & 0xFF;
    }

    /// The image with 1 (grey, weighted as ITU-R BT.601 luma) or 3 (RGB) channels; itself if it has
    /// as many.
    public PixelImage withChannels(int wanted) {
        if (wanted == channels) {
            return this;
        }
        int count = width * height;
        byte[] converted = new byte[count * wanted];
        for (int i = 0; i < count; i++) {
            if (wanted == 1) {
                int red = pixels[3 * i] & 0xFF;
                int green = pixels[3 * i + 1] & 0xFF;
                int blue = pixels[3 * i + 2] & 0xFF;
                converted[i] = (byte) ((4899 * red + 9617 * green + 1868 * blue + 8192) >> 14);
            } else {
                converted[3 * i] = pixels[i];
                converted[3 * i + 1] = pixels[i];
                converted[3 * i + 2] = pixels[i];
            }
        }
        return new PixelImage(width, height, wanted, converted);
    }

    @Override
    public PixelImage load() {
        return this;
    }
}

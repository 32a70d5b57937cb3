package fovea.image;

/// What an image file says of itself before its pixels.
///
/// @param storedWidth pixels in a stored row, before the orientation is applied
/// @param orientation EXIF orientation, 1 (upright) to 8
/// @param channels 1 (grey) or 3 (RGB), as [ImageDecoder] gives them
public record ImageHeader(
        ImageFormat format, int storedWidth, int storedHeight, int orientation, int channels) {
    /// Width of the upright image.
    public int width() {
        return turned() ? storedHeight : storedWidth;
    }

    /// Height of the upright image.
    public int height() {
        return turned() ? storedWidth : storedHeight;
    }

    public double megapixels() {
        return (double) storedWidth * storedHeight / 1e6;
    }

    private boolean turned() {
        return orientation >= 5;
    }
}

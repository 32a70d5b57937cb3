package fovea.image;

import java.nio.file.Path;

/// An image file, decoded by [ImageDecoder] each time it is loaded.
public record ImageFile(Path path) implements ImageSource {
    @Override
    public PixelImage load() {
        return ImageDecoder.decode(path);
    }
}

package fovea.image;

/// Where an image's pixels come from: already in memory ([PixelImage]) or a file ([ImageFile]).
public sealed interface ImageSource permits PixelImage, ImageFile {
    /// The pixels, upright (EXIF orientation applied), 8 bits a channel, 1 (grey) or 3 (RGB)
    /// channels.
    ///
    /// @throws fovea.problem.InvalidInputException if the file is missing, damaged, unsupported or
    ///   beyond the memory budget
    PixelImage load();
}

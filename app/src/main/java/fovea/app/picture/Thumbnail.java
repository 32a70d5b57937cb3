package fovea.app.picture;

import javafx.scene.image.Image;

/// A small picture, or why there is none.
public sealed interface Thumbnail {
    /// The picture.
    record Made(Image image) implements Thumbnail {}

    /// The image cannot be read.
    record Broken(RuntimeException reason) implements Thumbnail {}
}

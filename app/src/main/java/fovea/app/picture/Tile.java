package fovea.app.picture;

import fovea.image.ImageSource;

import javafx.scene.paint.Color;

import java.util.Optional;

/// What a cell of a [PictureGrid] shows.
///
/// @param id tells images apart within the grid's [Thumbnails]
/// @param caption one line below the picture; empty for none
/// @param color of the mark beside the caption, such as the class's
/// @param sign a sign in the mark, such as ✓ or ✕, so that colour does not tell alone; empty for
///   none
public record Tile(
        Object id, ImageSource image, String caption, Optional<Color> color, String sign) {}

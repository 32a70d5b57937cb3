package fovea.importing;

import java.util.Optional;

/// What a file may leave open.
///
/// @param size of the images, where the net takes any
public record ImportRequest(Optional<ImageSize> size) {}

package fovea.model;

import fovea.graph.Value;

import java.util.List;
import java.util.Optional;

/// What a backbone makes of an image.
///
/// @param maps feature maps `N×C×H×W` from fine to coarse
/// @param summary the image as one vector `N×F`, where the net makes one besides the maps (a
///   transformer's class token)
public record Features(List<Value> maps, Optional<Value> summary) {
    public Features {
        maps = List.copyOf(maps);
        if (maps.isEmpty()) {
            throw new IllegalArgumentException("a backbone gives at least one feature map");
        }
    }

    public Features(List<Value> maps) {
        this(maps, Optional.empty());
    }

    public Value coarsest() {
        return maps.getLast();
    }
}

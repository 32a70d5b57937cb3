package fovea.imports.keras;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import fovea.importing.ImageSize;
import fovea.problem.InvalidInputException;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Which images a Keras model takes: what the file says, what a `Resizing` at its front makes of
/// them, and what the user says where both leave it open.
final class InputSize {
    private final Path file;
    private final KerasGraph graph;
    private final Optional<ImageSize> wanted;
    private final Optional<KerasLayer> resizing;

    InputSize(Path file, KerasGraph graph, Optional<ImageSize> wanted) {
        this.file = file;
        this.graph = graph;
        this.wanted = wanted;
        resizing =
                graph.layers().stream()
                        .filter(layer -> layer.type().equals("Resizing") && !layer.operation())
                        .filter(layer -> layer.inputs().equals(graph.image().stream().toList()))
                        .filter(layer -> graph.seers() == 1)
                        .findFirst();
    }

    /// Whether a layer does nothing but bring images to the size, which is done while they are
    /// read.
    boolean resizes(KerasLayer layer) {
        return Optional.of(layer).equals(resizing);
    }

    /// @throws InvalidInputException if the model takes no images, or any size and none is wanted
    ImageSize size() {
        List<Integer> axes = List.of(3, 1, 2);
        int[] size = new int[3];
        JsonNode shape = graph.shape().orElseGet(MissingNode::getInstance);
        if (shape.size() != 4 && !shape.isMissingNode()) {
            throw refused(
                    "it takes values of the shape " + shape + ", not images",
                    "import a model that takes images: height, width and 1 or 3 channels");
        }
        for (int i = 0; i < size.length; i++) {
            JsonNode told = told(shape, axes.get(i));
            size[i] = told.isIntegralNumber() && told.canConvertToInt() ? told.intValue() : 0;
        }
        wanted.ifPresent(
                w -> {
                    require(size, 0, w.channels());
                    require(size, 1, w.height());
                    require(size, 2, w.width());
                });
        if (size[0] == 0 || size[1] == 0 || size[2] == 0) {
            throw refused(
                    "the net takes images of any size, and one must be chosen",
                    "say which with --size CHANNELSxHEIGHTxWIDTH, such as --size 3x224x224");
        }
        try {
            return new ImageSize(size[0], size[1], size[2]);
        } catch (IllegalArgumentException e) {
            throw refused(
                    "it takes %d×%d×%d numbers (%s)"
                            .formatted(size[0], size[1], size[2], e.getMessage()),
                    "import a model for grey or colour images");
        }
    }

    private JsonNode told(JsonNode shape, int axis) {
        if (resizing.isPresent() && axis != 3) {
            return resizing.get().config().path(axis == 1 ? "height" : "width");
        }
        return shape.path(axis);
    }

    private void require(int[] size, int axis, int value) {
        if (size[axis] != 0 && size[axis] != value) {
            throw refused(
                    "the net takes images of %d×%d×%d, and --size says otherwise"
                            .formatted(size[0], size[1], size[2]),
                    "leave out --size");
        }
        size[axis] = value;
    }

    private InvalidInputException refused(String cause, String cure) {
        return InvalidInputException.of(file.toString(), cause, cure);
    }
}

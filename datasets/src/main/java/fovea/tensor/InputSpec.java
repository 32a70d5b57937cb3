package fovea.tensor;

import fovea.component.Component;
import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;

import java.util.Collections;
import java.util.List;

/// What a net takes: the image size after the transforms, and the normalisation `(value / 255 −
/// mean) / std` per channel.
public record InputSpec(
        @Help("1 for grey, 3 for RGB; images are converted") @Range(min = 1, max = 3) int channels,
        @Help("Height in pixels after the transforms") @Range(min = 1, max = 8192) int height,
        @Help("Width in pixels after the transforms") @Range(min = 1, max = 8192) int width,
        @Help("Mean per channel on the scale 0…1, subtracted") @Default("[0.5]") List<Double> mean,
        @Help("Standard deviation per channel on the scale 0…1, divided by") @Default("[0.5]")
                List<Double> std)
        implements Component {
    public InputSpec {
        mean = spread(channels, mean, "mean");
        std = spread(channels, std, "std");
        if (channels == 2) {
            throw new IllegalArgumentException("channels must be 1 or 3");
        }
        if (std.stream().anyMatch(value -> !(value > 0))) {
            throw new IllegalArgumentException("std must be above 0 in every channel");
        }
    }

    private static List<Double> spread(int channels, List<Double> values, String name) {
        if (values.size() == 1) {
            return Collections.nCopies(channels, values.getFirst());
        }
        if (values.size() != channels) {
            throw new IllegalArgumentException(
                    name + " needs 1 or " + channels + " numbers, not " + values.size());
        }
        return List.copyOf(values);
    }
}

package fovea.importing;

import java.util.ArrayList;
import java.util.List;

/// How pixel values 0…255 are scaled before they enter a net.
///
/// @param mean per channel on the scale 0…1, subtracted
/// @param std per channel on the scale 0…1, divided by
public record PixelScale(List<Double> mean, List<Double> std) {
    private static final double WHITE = 255;

    public PixelScale {
        mean = List.copyOf(mean);
        std = List.copyOf(std);
    }

    /// The same scale of values 0…255, after these were already scaled by another.
    public PixelScale after(PixelScale first) {
        int channels = Math.max(mean.size(), first.mean.size());
        List<Double> means = new ArrayList<>();
        List<Double> deviations = new ArrayList<>();
        for (int c = 0; c < channels; c++) {
            double step = WHITE * at(first.std, c);
            means.add(at(first.mean, c) + step * at(mean, c));
            deviations.add(step * at(std, c));
        }
        return new PixelScale(means, deviations);
    }

    private static double at(List<Double> values, int channel) {
        return values.get(values.size() == 1 ? 0 : channel);
    }

    /// The scales that are in use.
    public enum Known {
        /// 0…1
        UNIT,
        /// 0…255
        BYTE,
        /// −1…1
        SIGNED,
        /// Mean and deviation of ImageNet, as PyTorch's nets take it.
        IMAGENET;

        public PixelScale scale() {
            return switch (this) {
                case UNIT -> same(0, 1);
                case BYTE -> same(0, 1 / WHITE);
                case SIGNED -> same(0.5, 0.5);
                case IMAGENET ->
                        new PixelScale(List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225));
            };
        }

        private static PixelScale same(double mean, double std) {
            return new PixelScale(List.of(mean), List.of(std));
        }
    }
}

package fovea.importing;

import java.util.List;

/// How pixel values 0…255 are scaled before they enter a net.
///
/// @param mean per channel on the scale 0…1, subtracted
/// @param std per channel on the scale 0…1, divided by
public record PixelScale(List<Double> mean, List<Double> std) {
    public PixelScale {
        mean = List.copyOf(mean);
        std = List.copyOf(std);
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
                case BYTE -> same(0, 1 / 255.0);
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

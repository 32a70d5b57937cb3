package fovea.transform;

/// The colour circle of the HSV model (Smith, 1978).
final class Hue {
    private Hue() {}

    /// Turns a colour's hue, keeping its largest and smallest component.
    ///
    /// @param rgb changed in place
    /// @param share of the full circle, either way
    static void turn(double[] rgb, double share) {
        double max = Math.max(rgb[0], Math.max(rgb[1], rgb[2]));
        double min = Math.min(rgb[0], Math.min(rgb[1], rgb[2]));
        double span = max - min;
        if (span == 0 || share == 0) {
            return;
        }
        double sixths = sixths(rgb, max, span) + 6 * share;
        rgb[0] = component(max, span, sixths + 5);
        rgb[1] = component(max, span, sixths + 3);
        rgb[2] = component(max, span, sixths + 1);
    }

    private static double sixths(double[] rgb, double max, double span) {
        if (max == rgb[0]) {
            return (rgb[1] - rgb[2]) / span;
        }
        return max == rgb[1] ? 2 + (rgb[2] - rgb[0]) / span : 4 + (rgb[0] - rgb[1]) / span;
    }

    private static double component(double max, double span, double sixths) {
        double k = sixths - 6 * Math.floor(sixths / 6);
        return max - span * Math.clamp(Math.min(k, 4 - k), 0, 1);
    }
}

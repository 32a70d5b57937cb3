package fovea.visualization;

import java.util.List;

/// Curves over the same axes.
///
/// @param xLabel what the horizontal axis counts: `epoch`
/// @param smoothing 0…1, for curves with many points; the raw curve stays faintly visible
public record Chart(String title, String xLabel, double smoothing, List<Curve> curves) {
    public Chart {
        curves = List.copyOf(curves);
    }
}

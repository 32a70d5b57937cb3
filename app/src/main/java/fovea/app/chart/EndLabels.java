package fovea.app.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Moves the labels at the lines' ends apart until they can be read.
final class EndLabels {
    private EndLabels() {}

    /// Heights for labels that would like to be at `wanted`, at least `gap` apart, in the same
    /// order from the top, within the room as far as they fit.
    static double[] spread(double[] wanted, double gap, Extent room) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < wanted.length; i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> wanted[i]));
        double[] placed = new double[wanted.length];
        double least = room.low();
        for (int i : order) {
            placed[i] = Math.max(wanted[i], least);
            least = placed[i] + gap;
        }
        double most = room.high();
        for (int i : order.reversed()) {
            placed[i] = Math.min(placed[i], most);
            most = placed[i] - gap;
        }
        return placed;
    }
}

package fovea.app.chart;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

import java.util.Optional;
import java.util.OptionalDouble;

/// How the charts of a run are shown, and where the pointer is; shared by all of them.
public final class ChartOptions {
    private static final double DEFAULT_SMOOTHING = 0.6;

    private final DoubleProperty smoothing =
            new SimpleDoubleProperty(this, "smoothing", DEFAULT_SMOOTHING);
    private final ObjectProperty<HorizontalAxis> axis =
            new SimpleObjectProperty<>(this, "axis", HorizontalAxis.EPOCH);
    private final ObjectProperty<VerticalScale> scale =
            new SimpleObjectProperty<>(this, "scale", VerticalScale.LINEAR);
    private final ObjectProperty<Optional<Extent>> zoom =
            new SimpleObjectProperty<>(this, "zoom", Optional.empty());
    private final ObjectProperty<OptionalDouble> cursor =
            new SimpleObjectProperty<>(this, "cursor", OptionalDouble.empty());

    public ChartOptions() {
        axis.subscribe(() -> zoom.set(Optional.empty()));
        axis.subscribe(() -> cursor.set(OptionalDouble.empty()));
    }

    /// Weight of the past in the smoothed line, 0 (none) to 1.
    public DoubleProperty smoothing() {
        return smoothing;
    }

    public ObjectProperty<HorizontalAxis> axis() {
        return axis;
    }

    /// Of charts that allow it, such as losses.
    public ObjectProperty<VerticalScale> scale() {
        return scale;
    }

    /// The stretch of the horizontal axis that is shown; all of it if empty.
    public ObjectProperty<Optional<Extent>> zoom() {
        return zoom;
    }

    /// Where the pointer is on the horizontal axis.
    public ObjectProperty<OptionalDouble> cursor() {
        return cursor;
    }
}

package fovea.app.chart;

import javafx.beans.value.ObservableValue;

/// A line of a chart.
///
/// @param label what stands at the line's end
/// @param hue index of its colour, so that the same thing has the same colour in all charts
public record ChartLine(Trace trace, ObservableValue<String> label, LineLook look, int hue) {}

package fovea.app.chart;

import fovea.app.text.Texts;
import fovea.app.theme.Theme;

/// What charts work with.
///
/// @param options shared by the charts of a run
public record ChartTools(Texts texts, Theme theme, ChartWorker worker, ChartOptions options) {}

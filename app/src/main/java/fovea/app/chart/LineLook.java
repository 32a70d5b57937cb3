package fovea.app.chart;

/// How points are shown.
public enum LineLook {
    /// Many points: a smoothed line with the points' own line faint behind it.
    SMOOTHED,
    /// Many points that are exact: a line.
    PLAIN,
    /// Few points: a line with a dot at each.
    DOTTED
}

/// Live charts: curves drawn away from the window's thread, words and cross-hair drawn on it.
@NullMarked
package fovea.app.chart;

import org.jspecify.annotations.NullMarked;

/// Tests of the charts.
@NullMarked
package fovea.app.chart;

import org.jspecify.annotations.NullMarked;

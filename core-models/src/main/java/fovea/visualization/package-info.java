/// What to draw, as data: class colours, curves, reports.
@NullMarked
package fovea.visualization;

import org.jspecify.annotations.NullMarked;

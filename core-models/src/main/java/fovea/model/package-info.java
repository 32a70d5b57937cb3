/// Backbones and models: functions that add to a graph.
@NullMarked
package fovea.model;

import org.jspecify.annotations.NullMarked;

/// What runs graphs: devices, weights, training and inference sessions.
@NullMarked
package fovea.engine;

import org.jspecify.annotations.NullMarked;

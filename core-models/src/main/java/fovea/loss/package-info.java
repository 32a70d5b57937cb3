/// Losses, built from graph operations.
@NullMarked
package fovea.loss;

import org.jspecify.annotations.NullMarked;

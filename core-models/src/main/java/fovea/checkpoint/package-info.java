/// Weights and training state on disk.
@NullMarked
package fovea.checkpoint;

import org.jspecify.annotations.NullMarked;

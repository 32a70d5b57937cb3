/// The libtorch engine.
@NullMarked
package fovea.engine.torch;

import org.jspecify.annotations.NullMarked;

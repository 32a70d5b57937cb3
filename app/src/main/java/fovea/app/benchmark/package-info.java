/// What `fovea benchmark` measures.
@NullMarked
package fovea.app.benchmark;

import org.jspecify.annotations.NullMarked;

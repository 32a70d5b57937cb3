@NullMarked
package fovea.checkpoint;

import org.jspecify.annotations.NullMarked;

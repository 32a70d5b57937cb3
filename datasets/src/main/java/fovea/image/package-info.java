/// Pixels in memory and the one decoder every file goes through.
@NullMarked
package fovea.image;

import org.jspecify.annotations.NullMarked;

@NullMarked
package fovea.image;

import org.jspecify.annotations.NullMarked;

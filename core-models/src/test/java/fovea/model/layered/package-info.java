@NullMarked
package fovea.model.layered;

import org.jspecify.annotations.NullMarked;

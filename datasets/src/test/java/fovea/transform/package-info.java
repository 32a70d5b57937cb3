@NullMarked
package fovea.transform;

import org.jspecify.annotations.NullMarked;

/// Rules that keep the house as it was planned.
@NullMarked
package fovea.architecture;

import org.jspecify.annotations.NullMarked;

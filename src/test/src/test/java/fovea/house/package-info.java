/// What the repository says of itself, checked.
@NullMarked
package fovea.house;

import org.jspecify.annotations.NullMarked;

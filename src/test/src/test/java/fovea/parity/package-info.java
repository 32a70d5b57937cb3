/// The engines held to one another and to the reference.
@NullMarked
package fovea.parity;

import org.jspecify.annotations.NullMarked;

/// The product as a user starts it: as a process of its own.
@NullMarked
package fovea.product;

import org.jspecify.annotations.NullMarked;

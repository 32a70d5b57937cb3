/// Every operation written with plain loops in double precision, and the contract that holds each
/// engine to it.
@NullMarked
package fovea.engine.reference;

import org.jspecify.annotations.NullMarked;

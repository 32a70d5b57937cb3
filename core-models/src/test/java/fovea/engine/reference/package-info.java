/// Every operation written with plain loops in double precision, and the contracts that hold each
/// engine to it and to what an engine takes, gives and refuses.
@NullMarked
package fovea.engine.reference;

import org.jspecify.annotations.NullMarked;

/// Starts the product again, in a process of its own.
@NullMarked
package fovea.app.process;

import org.jspecify.annotations.NullMarked;

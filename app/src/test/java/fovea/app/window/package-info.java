/// The window as a whole.
@NullMarked
package fovea.app.window;

import org.jspecify.annotations.NullMarked;

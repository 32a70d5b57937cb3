/// Wires the rooms into the frame and opens the window.
@NullMarked
package fovea.app.window;

import org.jspecify.annotations.NullMarked;

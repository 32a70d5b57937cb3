/// The window's frame: rail, top bar, inspector, status bar, palette, and what a room must offer to
/// live in it. Knows no room.
@NullMarked
package fovea.app.frame;

import org.jspecify.annotations.NullMarked;

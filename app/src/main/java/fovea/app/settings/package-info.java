/// What the window remembers from one start to the next.
@NullMarked
package fovea.app.settings;

import org.jspecify.annotations.NullMarked;

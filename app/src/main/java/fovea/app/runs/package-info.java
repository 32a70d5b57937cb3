/// Start, follow, stop and resume runs. The window never trains itself: a child process does, and
/// the window follows its events.
@NullMarked
package fovea.app.runs;

import org.jspecify.annotations.NullMarked;

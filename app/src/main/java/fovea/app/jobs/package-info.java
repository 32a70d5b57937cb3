/// The one bridge between blocking work and the window's thread.
@NullMarked
package fovea.app.jobs;

import org.jspecify.annotations.NullMarked;

/// Tests of child processes.
@NullMarked
package fovea.app.process;

import org.jspecify.annotations.NullMarked;

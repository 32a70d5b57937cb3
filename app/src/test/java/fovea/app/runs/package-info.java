/// Tests of the Runs room.
@NullMarked
package fovea.app.runs;

import org.jspecify.annotations.NullMarked;

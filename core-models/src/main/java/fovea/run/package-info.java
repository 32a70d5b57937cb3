/// The folder of a run: resolved experiment, environment, events, checkpoints, predictions.
@NullMarked
package fovea.run;

import org.jspecify.annotations.NullMarked;

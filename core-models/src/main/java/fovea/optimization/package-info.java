/// Optimisers and learning-rate schedules, as records.
@NullMarked
package fovea.optimization;

import org.jspecify.annotations.NullMarked;

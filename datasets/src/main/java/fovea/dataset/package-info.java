/// Reading, splitting and batching of samples.
@NullMarked
package fovea.dataset;

import org.jspecify.annotations.NullMarked;

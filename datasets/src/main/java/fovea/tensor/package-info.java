/// What a net takes: tensors in the memory of the host, batches of them, and how truth becomes
/// targets.
@NullMarked
package fovea.tensor;

import org.jspecify.annotations.NullMarked;

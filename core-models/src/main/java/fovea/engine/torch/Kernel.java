package fovea.engine.torch;

import org.bytedeco.pytorch.Tensor;

/// Computes one node from its inputs. The result is a handle of its own, even where it shares
/// memory with an input.
@FunctionalInterface
interface Kernel {
    Tensor run(Tensor[] x);
}

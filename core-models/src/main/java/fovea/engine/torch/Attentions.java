package fovea.engine.torch;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/// Multi-head attention over `N×T×C` with the heads side by side in C.
final class Attentions {
    private Attentions() {}

    static Tensor attend(int heads, Tensor[] x) {
        Tensor result =
                torch.scaled_dot_product_attention(
                        split(x[0], heads), split(x[1], heads), split(x[2], heads));
        return result.transpose(1, 2).reshape(x[0].size(0), x[0].size(1), x[0].size(2));
    }

    /// `N×T×C` → `N×heads×T×C/heads`.
    private static Tensor split(Tensor x, int heads) {
        long[] shape = {x.size(0), x.size(1), heads, x.size(2) / heads};
        return x.reshape(shape).transpose(1, 2);
    }
}

package fovea.engine.torch;

import fovea.engine.Precision;
import fovea.problem.InvalidInputException;

import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;

/// While open, this thread's forward passes compute in bfloat16 where libtorch holds it for safe.
final class Autocast implements AutoCloseable {
    private final boolean active;

    private Autocast(boolean active) {
        this.active = active;
        if (active) {
            torch.set_autocast_dtype(DeviceType.CUDA, ScalarType.BFloat16);
            torch.set_autocast_enabled(DeviceType.CUDA, true);
        }
    }

    static Autocast open(Precision precision) {
        return new Autocast(precision == Precision.BF16);
    }

    /// @throws InvalidInputException if the device does not compute in this precision
    static void check(Precision precision, Target target) {
        if (precision == Precision.BF16 && target.onCpu()) {
            throw InvalidInputException.of(
                    "training.precision",
                    "bf16 needs a CUDA device",
                    "choose one with --device, or use fp32 on the CPU");
        }
    }

    /// Casts of weights are kept from use to use, so they are forgotten before the weights change.
    @Override
    public void close() {
        if (active) {
            torch.set_autocast_enabled(DeviceType.CUDA, false);
            torch.clear_cache();
        }
    }
}

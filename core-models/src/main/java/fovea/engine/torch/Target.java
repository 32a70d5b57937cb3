package fovea.engine.torch;

import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;

/// Where tensors of a session live: the CPU (index −1) or a CUDA device.
record Target(int cuda) {
    static final Target CPU = new Target(-1);

    boolean onCpu() {
        return cuda < 0;
    }

    private Device device() {
        return onCpu() ? new Device(DeviceType.CPU) : new Device(DeviceType.CUDA, (byte) cuda);
    }

    /// Float zeros; the handle belongs to the open scope.
    Tensor zeros(long... shape) {
        TensorOptions options =
                new TensorOptions(device()).dtype(new ScalarTypeOptional(ScalarType.Float));
        return torch.zeros(shape, options.device(new DeviceOptional(device())));
    }

    /// The tensor itself on the CPU, a copy elsewhere.
    Tensor bring(Tensor host) {
        return onCpu() ? host : host.to(device(), ScalarType.Float);
    }
}

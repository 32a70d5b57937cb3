package fovea.engine.torch;

import fovea.engine.Device;
import fovea.engine.EngineException;

import org.bytedeco.pytorch.global.torch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The devices libtorch can use now.
final class Devices {
    private static final String CUDA = "cuda:";
    private static final Path NVIDIA = Path.of("/proc/driver/nvidia/gpus");

    private Devices() {}

    static List<Device> available() {
        Native.load();
        List<Device> devices = new ArrayList<>();
        devices.add(Device.CPU);
        int count = torch.cuda_is_available() ? torch.cuda_device_count() : 0;
        for (int i = 0; i < count; i++) {
            devices.add(new Device(CUDA + i, label(i)));
        }
        return devices;
    }

    /// @throws EngineException if the device is not there
    static Target target(Device wanted) {
        List<Device> there = available();
        if (there.stream().noneMatch(device -> device.id().equals(wanted.id()))) {
            String known = there.stream().map(Device::id).collect(Collectors.joining(", "));
            throw new EngineException(
                    "device '%s' is not there, only %s; %s"
                            .formatted(wanted.id(), known, cure(wanted.id())));
        }
        return wanted.id().startsWith(CUDA)
                ? new Target(Integer.parseInt(wanted.id().substring(CUDA.length())))
                : Target.CPU;
    }

    private static String cure(String id) {
        if (!id.startsWith("cuda")) {
            return "choose one of them";
        }
        return torch.hasCUDA()
                ? "check that nvidia-smi lists the GPU and that its driver is new enough"
                : "build with `mvn -Pcuda` to add the CUDA libraries, and install an NVIDIA driver";
    }

    /// The model, where the driver says it without doubt: the bindings have no name, and the
    /// driver's order is not CUDA's.
    private static String label(int index) {
        Set<String> models = models();
        return models.size() == 1 ? models.iterator().next() : "CUDA GPU " + index;
    }

    private static Set<String> models() {
        if (!Files.isDirectory(NVIDIA)) {
            return Set.of();
        }
        try (Stream<Path> gpus = Files.list(NVIDIA)) {
            return gpus.map(Devices::model).collect(Collectors.toSet());
        } catch (IOException | UncheckedIOException e) {
            return Set.of();
        }
    }

    private static String model(Path gpu) {
        try (Stream<String> lines = Files.lines(gpu.resolve("information"))) {
            return lines.filter(line -> line.startsWith("Model:"))
                    .map(line -> line.substring("Model:".length()).strip())
                    .findFirst()
                    .orElse("CUDA GPU");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package fovea.engine.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;

import fovea.engine.Device;
import fovea.engine.EngineException;
import fovea.graph.Graph;
import fovea.graph.Shape;
import fovea.onnx.ExportOptions;
import fovea.onnx.OnnxExport;
import fovea.onnx.OnnxFile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The devices ONNX Runtime can use. Its build for CUDA is a jar of its own; without that the
/// library need not be loaded to know that there is only the CPU.
final class OnnxDevices {
    private static final int MOST = 16;

    /// Trying one out opens a session on it, which takes seconds and memory there.
    private static final Remembered<List<Device>> FOUND = new Remembered<>(OnnxDevices::found);

    private OnnxDevices() {}

    /// What was there when it was first asked for.
    static List<Device> available() {
        return FOUND.get();
    }

    private static List<Device> found() {
        List<Device> devices = new ArrayList<>();
        devices.add(Device.CPU);
        if (cudaOnClassPath() && provides()) {
            OnnxFile trial = trial();
            for (int i = 0; i < MOST; i++) {
                Device device = new Device("cuda:" + i, "CUDA GPU " + i);
                if (!opens(trial, device)) {
                    break;
                }
                devices.add(device);
            }
        }
        return List.copyOf(devices);
    }

    /// @throws EngineException if the device is not there
    static void require(Device wanted) {
        if (wanted.id().equals(Device.CPU.id())) {
            return;
        }
        List<Device> there = available();
        if (there.stream().noneMatch(device -> device.id().equals(wanted.id()))) {
            String known = there.stream().map(Device::id).collect(Collectors.joining(", "));
            throw new EngineException(
                    "device '%s' is not there for ONNX Runtime, only %s; choose one of them"
                            .formatted(wanted.id(), known));
        }
    }

    /// Whether the jar is the one with CUDA.
    static boolean cudaOnClassPath() {
        return exists("linux-x64/libonnxruntime_providers_cuda.so")
                || exists("win-x64/onnxruntime_providers_cuda.dll");
    }

    private static boolean exists(String library) {
        return OrtEnvironment.class.getResource("/ai/onnxruntime/native/" + library) != null;
    }

    private static boolean provides() {
        Ort.environment();
        return OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA);
    }

    private static OnnxFile trial() {
        Graph graph = Graph.build("trial", g -> g.output("y", g.relu(g.input("x", Shape.of(1)))));
        return OnnxFile.of("trial", OnnxExport.of(graph, Map.of(), ExportOptions.plain()).bytes());
    }

    private static boolean opens(OnnxFile trial, Device device) {
        try {
            Ort.open(trial, device).close();
            return true;
        } catch (OrtException e) {
            return false;
        }
    }
}

package fovea.engine.onnx;

import fovea.engine.Device;
import fovea.engine.Engine;
import fovea.engine.EngineException;
import fovea.engine.TrainingOptions;
import fovea.engine.TrainingSession;
import fovea.engine.Weights;
import fovea.graph.Graph;
import fovea.onnx.ExportOptions;
import fovea.onnx.OnnxExport;
import fovea.onnx.OnnxFile;

import java.util.List;

/// Inference on ONNX Runtime: each graph becomes an ONNX model in memory. It cannot train. The
/// library is loaded with the first session.
public final class OnnxEngine implements Engine {
    @Override
    public String name() {
        return "onnx";
    }

    @Override
    public boolean trains() {
        return false;
    }

    @Override
    public List<Device> devices() {
        return OnnxDevices.available();
    }

    /// None: every operation has a form in ONNX.
    @Override
    public List<String> unsupported(Graph graph) {
        return List.of();
    }

    @Override
    public TrainingSession train(Graph graph, Weights initial, TrainingOptions options) {
        throw new EngineException(
                "the engine 'onnx' only predicts; train with 'torch' or 'dl4j' and use 'onnx' to"
                        + " test and predict");
    }

    @Override
    public OnnxSession infer(Graph graph, Weights weights, Device device) {
        OnnxExport model = OnnxExport.of(graph, weights.tensors(), ExportOptions.plain());
        return OnnxSession.open(OnnxFile.of("graph " + graph.name(), model.bytes()), device);
    }
}

package fovea.engine.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import fovea.engine.Device;
import fovea.engine.EngineException;
import fovea.engine.InferenceSession;
import fovea.onnx.OnnxFile;
import fovea.onnx.ValueInfo;
import fovea.problem.InvalidInputException;
import fovea.tensor.HostTensor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An ONNX model on ONNX Runtime, for batches of any size that it takes. Elements that are not
/// 32-bit floating-point numbers are converted to and from them.
public final class OnnxSession implements InferenceSession {
    private final String place;
    private final OrtSession session;
    private final List<Feed> feeds = new ArrayList<>();
    private final Results results;

    private OnnxSession(OnnxFile file, OrtSession session) throws OrtException {
        place = file.place();
        this.session = session;
        for (NodeInfo input : session.getInputInfo().values()) {
            feeds.add(new Feed(Elements.described(file, input)));
        }
        List<ValueInfo> outputs = new ArrayList<>();
        for (NodeInfo output : session.getOutputInfo().values()) {
            outputs.add(Elements.described(file, output));
        }
        results = new Results(outputs);
    }

    /// Checks a file and opens it on the CPU.
    ///
    /// @throws InvalidInputException if it must not or cannot be opened
    public static OnnxSession open(Path path) {
        return open(OnnxFile.read(path), Device.CPU);
    }

    /// Opens a model that has been checked.
    ///
    /// @throws InvalidInputException if ONNX Runtime cannot run it, or it works on other things
    ///   than numbers
    /// @throws EngineException if the device is not there
    public static OnnxSession open(OnnxFile file, Device device) {
        OnnxDevices.require(device);
        try {
            OrtSession session = Ort.open(file, device);
            try {
                return new OnnxSession(file, session);
            } catch (OrtException | RuntimeException e) {
                session.close();
                throw e;
            }
        } catch (OrtException e) {
            throw InvalidInputException.of(
                    file.place(),
                    "ONNX Runtime cannot open it (" + Ort.reason(e) + ")",
                    "export it again with opset 17, without operators of others' making");
        }
    }

    /// What [#run] must be given: names, element types, dimensions.
    public List<ValueInfo> inputs() {
        return feeds.stream().map(Feed::info).toList();
    }

    public List<ValueInfo> outputs() {
        return results.outputs();
    }

    @Override
    public Map<String, HostTensor> run(Map<String, HostTensor> batch) {
        Map<String, OnnxTensor> given = new LinkedHashMap<>();
        Sizes sizes = new Sizes();
        try {
            for (Feed feed : feeds) {
                given.put(feed.info().name(), feed.tensor(batch, sizes));
            }
            return results.of(session, given, sizes);
        } catch (OrtException e) {
            throw new EngineException(
                    "%s cannot be run (%s); use a smaller batch, or images of the size it was made for"
                            .formatted(place, Ort.reason(e)),
                    e);
        } finally {
            given.values().forEach(OnnxTensor::close);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new EngineException("ONNX Runtime: " + Ort.reason(e), e);
        }
    }
}

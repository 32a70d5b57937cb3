package fovea.engine.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import fovea.engine.EngineException;
import fovea.onnx.ElementType;
import fovea.onnx.ValueInfo;
import fovea.tensor.HostTensor;
import fovea.tensor.Layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs a model and takes what it gives. Where its shapes are known before, the library writes into
/// the host's memory itself.
final class Results {
    private final List<ValueInfo> outputs;
    private boolean declared;

    Results(List<ValueInfo> outputs) {
        this.outputs = List.copyOf(outputs);
        declared = outputs.stream().allMatch(output -> output.type() == ElementType.FLOAT);
    }

    List<ValueInfo> outputs() {
        return outputs;
    }

    Map<String, HostTensor> of(OrtSession session, Map<String, OnnxTensor> given, Sizes sizes)
            throws OrtException {
        Optional<Map<String, HostTensor>> places = declared ? places(sizes) : Optional.empty();
        if (places.isPresent()) {
            try {
                write(session, given, places.get());
                return places.get();
            } catch (OrtException e) {
                // The model may give other shapes than it says, which the library only reports; if
                // something else was wrong, it is so again below.
                declared = false;
            }
        }
        return copies(session, given);
    }

    private Optional<Map<String, HostTensor>> places(Sizes sizes) {
        Map<String, HostTensor> places = new LinkedHashMap<>();
        for (ValueInfo output : outputs) {
            Optional<List<Integer>> shape = sizes.expected(output);
            if (shape.isEmpty()) {
                return Optional.empty();
            }
            places.put(output.name(), HostTensor.zeros(Layout.CONTIGUOUS, shape.get()));
        }
        return Optional.of(places);
    }

    private static void write(
            OrtSession session, Map<String, OnnxTensor> given, Map<String, HostTensor> places)
            throws OrtException {
        Map<String, OnnxTensor> pinned = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, HostTensor> place : places.entrySet()) {
                HostTensor host = place.getValue();
                pinned.put(
                        place.getKey(),
                        OnnxTensor.createTensor(
                                Ort.environment(), host.data().duplicate(), longs(host.shape())));
            }
            session.run(given, pinned).close();
        } finally {
            pinned.values().forEach(OnnxTensor::close);
        }
    }

    private Map<String, HostTensor> copies(OrtSession session, Map<String, OnnxTensor> given)
            throws OrtException {
        try (OrtSession.Result result = session.run(given)) {
            Map<String, HostTensor> copies = new LinkedHashMap<>();
            for (Map.Entry<String, OnnxValue> output : result) {
                if (!(output.getValue() instanceof OnnxTensor tensor)) {
                    throw new EngineException("output '" + output.getKey() + "' is no tensor");
                }
                copies.put(output.getKey(), copy(tensor));
            }
            return copies;
        }
    }

    private static HostTensor copy(OnnxTensor tensor) {
        List<Integer> shape = new ArrayList<>();
        for (long size : tensor.getInfo().getShape()) {
            shape.add(Math.toIntExact(size));
        }
        HostTensor host = HostTensor.zeros(Layout.CONTIGUOUS, shape);
        if (host.elements() > 0) {
            Elements.copy(tensor, host.data());
        }
        return host;
    }

    private static long[] longs(List<Integer> shape) {
        return shape.stream().mapToLong(Integer::longValue).toArray();
    }
}

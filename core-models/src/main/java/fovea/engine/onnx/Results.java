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

/// Runs a model and takes what it gives. Once a run has shown that its outputs have the shapes that
/// it says, the library writes into the host's memory itself.
final class Results {
    private final List<ValueInfo> outputs;
    private Shapes shapes;

    /// A file may say anything of its outputs, so memory is only made for what was seen to be so.
    private enum Shapes {
        CLAIMED,
        SEEN,
        UNKNOWN
    }

    Results(List<ValueInfo> outputs) {
        this.outputs = List.copyOf(outputs);
        boolean floats = outputs.stream().allMatch(output -> output.type() == ElementType.FLOAT);
        shapes = floats ? Shapes.CLAIMED : Shapes.UNKNOWN;
    }

    List<ValueInfo> outputs() {
        return outputs;
    }

    Map<String, HostTensor> of(OrtSession session, Map<String, OnnxTensor> given, Sizes sizes)
            throws OrtException {
        Optional<Map<String, HostTensor>> places =
                shapes == Shapes.SEEN ? places(sizes) : Optional.empty();
        if (places.isPresent()) {
            try {
                write(session, given, places.get());
                return places.get();
            } catch (OrtException e) {
                // Its shapes may depend on more than its inputs'; if it was something else, that is
                // wrong again below.
                shapes = Shapes.UNKNOWN;
            }
        }
        Map<String, HostTensor> copies = copies(session, given);
        if (shapes == Shapes.CLAIMED) {
            shapes = asClaimed(copies, sizes) ? Shapes.SEEN : Shapes.UNKNOWN;
        }
        return copies;
    }

    private boolean asClaimed(Map<String, HostTensor> results, Sizes sizes) {
        return outputs.stream()
                .allMatch(
                        output ->
                                Optional.ofNullable(results.get(output.name()))
                                        .map(HostTensor::shape)
                                        .equals(sizes.expected(output)));
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
                copies.put(output.getKey(), copy(output.getKey(), tensor));
            }
            return copies;
        }
    }

    private static HostTensor copy(String name, OnnxTensor tensor) {
        if (tensor.getInfo().getNumElements() > Integer.MAX_VALUE / Float.BYTES) {
            throw new EngineException(
                    "output '%s' has more than %d numbers; use a smaller batch"
                            .formatted(name, Integer.MAX_VALUE / Float.BYTES));
        }
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

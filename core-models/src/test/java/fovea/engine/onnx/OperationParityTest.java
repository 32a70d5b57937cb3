package fovea.engine.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.engine.Device;
import fovea.engine.InferenceSession;
import fovea.engine.reference.Numbers;
import fovea.engine.reference.OperationCases;
import fovea.engine.reference.Reference;
import fovea.engine.reference.Trial;
import fovea.engine.torch.TorchEngine;
import fovea.graph.Graph;
import fovea.onnx.ExportOptions;
import fovea.onnx.OnnxExport;
import fovea.onnx.OnnxFile;
import fovea.onnx.OnnxPrecision;
import fovea.tensor.HostTensor;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Every operation as an ONNX model on ONNX Runtime.
class OperationParityTest {
    @TestFactory
    Stream<DynamicTest> equalsTheReferenceInDoublePrecision() {
        return each(
                trial -> {
                    Map<String, Numbers> given = new HashMap<>(trial.weights());
                    given.putAll(trial.batch());
                    Numbers wanted =
                            Numbers.named(
                                    "y",
                                    new Reference(trial.graph(), Reference.Mode.INFERENCE)
                                            .run(given));
                    Numbers actual = Numbers.of(run(trial, OnnxPrecision.FP32));
                    assertEquals(wanted.shape(), actual.shape());
                    for (int i = 0; i < wanted.values().size(); i++) {
                        double value = wanted.values().get(i);
                        assertEquals(
                                value,
                                actual.values().get(i),
                                1e-5 * (1 + Math.abs(value)),
                                "at " + i);
                    }
                });
    }

    @TestFactory
    Stream<DynamicTest> equalsLibtorch() {
        return each(
                trial -> {
                    try (InferenceSession torch =
                            new TorchEngine()
                                    .infer(trial.graph().only("y"), trial.start(), Device.CPU)) {
                        HostTensor wanted = y(torch.run(trial.tensors()));
                        double apart = Closeness.relative(wanted, run(trial, OnnxPrecision.FP32));
                        assertTrue(apart < 1e-5, "apart by " + apart);
                    }
                });
    }

    @TestFactory
    Stream<DynamicTest> comesCloseInHalfPrecision() {
        return each(trial -> assertClose(trial, OnnxPrecision.FP16, 3e-3));
    }

    @TestFactory
    Stream<DynamicTest> comesCloseInEightBits() {
        return each(trial -> assertClose(trial, OnnxPrecision.INT8, 3e-2));
    }

    private static void assertClose(Trial trial, OnnxPrecision precision, double limit) {
        double apart = Closeness.relative(run(trial, OnnxPrecision.FP32), run(trial, precision));
        assertTrue(apart < limit, "apart by " + apart);
    }

    private interface Check {
        void of(Trial trial);
    }

    private static Stream<DynamicTest> each(Check check) {
        return OperationCases.all().entrySet().stream()
                .map(
                        entry ->
                                DynamicTest.dynamicTest(
                                        entry.getKey(),
                                        () ->
                                                check.of(
                                                        Trial.of(
                                                                entry.getKey(),
                                                                entry.getValue()))));
    }

    private static HostTensor run(Trial trial, OnnxPrecision precision) {
        Graph graph = trial.graph().only("y");
        byte[] model =
                OnnxExport.of(
                                graph,
                                trial.start().tensors(),
                                new ExportOptions(precision, "", Map.of()))
                        .bytes();
        try (OnnxSession session = OnnxSession.open(OnnxFile.of("trial", model), Device.CPU)) {
            return y(session.run(trial.tensors()));
        }
    }

    private static HostTensor y(Map<String, HostTensor> outputs) {
        return Objects.requireNonNull(outputs.get("y"));
    }
}

package fovea.engine.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fovea.engine.Device;
import fovea.engine.Precision;
import fovea.engine.TrainingOptions;
import fovea.engine.TrainingSession;
import fovea.engine.reference.SmallNet;
import fovea.graph.Graph;
import fovea.tensor.HostTensor;

import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

class NativeMemoryTest {
    private static final TrainingOptions AVERAGED =
            new TrainingOptions(
                    Device.CPU,
                    Precision.FP32,
                    SmallNet.ADAM,
                    OptionalDouble.empty(),
                    OptionalDouble.of(0.5));

    @Test
    void nativeObjectsAreFreedAfterEachStepAndOnClosing() {
        Graph graph = SmallNet.noisy();
        Map<String, HostTensor> batch = SmallNet.batch(4, 0);
        long before = Pointer.totalCount();
        try (TrainingSession session =
                new TorchEngine().train(graph, SmallNet.weights(graph), AVERAGED)) {
            session.step(List.of(batch), 0.01, 0);
            session.evaluate(batch, List.of("logits"));
            long after = Pointer.totalCount();
            for (int i = 0; i < 20; i++) {
                session.step(List.of(batch, batch), 0.01, i);
                session.evaluate(batch, List.of("logits"));
                session.restore(session.state());
            }
            assertEquals(after, Pointer.totalCount());
        }
        assertEquals(before, Pointer.totalCount());
    }
}

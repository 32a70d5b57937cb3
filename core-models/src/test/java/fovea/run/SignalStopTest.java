package fovea.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

class SignalStopTest {
    /// Works until it is asked to stop, and takes a moment to end in good order.
    static final class Worker {
        private Worker() {}

        public static void main(String[] args) throws IOException {
            try (SignalStop stop = SignalStop.install()) {
                System.out.println("working");
                while (!stop.requested()) {
                    Thread.onSpinWait();
                }
                System.out.println("saved");
            }
        }
    }

    @Test
    void aTerminatedProcessEndsItsWorkFirst() throws Exception {
        Assumptions.assumeTrue(
                ProcessHandle.current().supportsNormalTermination(), "Windows has no SIGTERM");
        Process worker = TestProcesses.start(Worker.class, List.of(), SignalStop.class);
        try (var out = worker.inputReader(StandardCharsets.UTF_8)) {
            assertEquals("working", out.readLine());
            worker.toHandle().destroy();
            assertEquals("saved", out.readLine());
        } finally {
            worker.destroyForcibly();
        }
        worker.waitFor();
    }

    @Test
    void nothingIsRequestedWithoutASignal() {
        try (SignalStop stop = SignalStop.install()) {
            assertFalse(stop.requested());
        }
    }
}

package fovea.engine.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fovea.engine.Device;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

class RememberedTest {
    @Test
    void asksOnceWhoeverWantsToKnow() {
        AtomicInteger asked = new AtomicInteger();
        Remembered<Integer> answer = new Remembered<>(asked::incrementAndGet);
        assertEquals(0, asked.get());
        List<Integer> answers =
                IntStream.range(0, 100).parallel().mapToObj(i -> answer.get()).distinct().toList();
        assertEquals(List.of(1), answers);
        assertEquals(1, asked.get());
    }

    @Test
    void triesAgainAfterAFailure() {
        AtomicInteger asked = new AtomicInteger();
        Remembered<String> answer =
                new Remembered<>(
                        () -> {
                            if (asked.incrementAndGet() == 1) {
                                throw new IllegalStateException("not yet");
                            }
                            return "here";
                        });
        assertThrows(IllegalStateException.class, answer::get);
        assertEquals("here", answer.get());
    }

    @Test
    void devicesAreLookedForOnce() {
        List<Device> devices = OnnxDevices.available();
        assertEquals(Device.CPU, devices.getFirst());
        assertSame(devices, OnnxDevices.available());
    }
}

package fovea.app.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fovea.app.settings.Settings;
import fovea.engine.Device;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

@SuppressWarnings("NullAway.Init")
class BackendsTest {
    private static final Backend GPU = new Backend("torch", new Device("cuda:0", "NVIDIA H100"));
    private static final Backend CPU = Backend.USUAL_ON_CPU;

    @TempDir Path folder;

    @Test
    void theChoiceIsRememberedUntilTheDeviceIsGone() {
        Settings settings = Settings.in(folder);
        Backends first = Backends.remembered(List::of, settings);
        assertEquals(CPU, first.chosen().get());
        first.offer(List.of(CPU, GPU));
        first.choose(GPU);
        settings.save();

        Backends next = Backends.remembered(List::of, Settings.in(folder));
        assertEquals(GPU, next.chosen().get());
        assertEquals(List.of(CPU, GPU), next.found());
        next.offer(List.of(CPU));
        assertEquals(CPU, next.chosen().get());
    }
}

package fovea.app.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fovea.app.settings.Settings;
import fovea.engine.Device;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

@SuppressWarnings("NullAway.Init")
class DevicesTest {
    private static final Device GPU = new Device("cuda:0", "NVIDIA H100");

    @TempDir Path folder;

    @Test
    void theChoiceIsRememberedUntilTheDeviceIsGone() {
        Settings settings = Settings.in(folder);
        Devices first = Devices.remembered(List::of, settings);
        assertEquals(Device.CPU, first.chosen().get());
        first.offer(List.of(Device.CPU, GPU));
        first.choose(GPU);
        settings.save();

        Devices next = Devices.remembered(List::of, Settings.in(folder));
        assertEquals(GPU, next.chosen().get());
        assertEquals(List.of(Device.CPU, GPU), next.found());
        next.offer(List.of(Device.CPU));
        assertEquals(Device.CPU, next.chosen().get());
    }
}

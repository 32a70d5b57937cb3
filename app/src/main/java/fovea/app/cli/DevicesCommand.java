package fovea.app.cli;

import fovea.engine.Device;
import fovea.engine.Engine;
import fovea.plugin.Plugins;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// `fovea devices`: what can compute here.
@Command(
        name = "devices",
        mixinStandardHelpOptions = true,
        description = "List what nets can run on")
final class DevicesCommand implements Callable<Integer> {
    @Mixin private Output output = new Output();

    @Override
    public Integer call() {
        Map<String, List<Device>> found = new LinkedHashMap<>();
        Plugins.discover()
                .engines()
                .forEach((name, engine) -> found.put(name, devices(engine.get())));
        if (output.json()) {
            output.json(found);
        } else {
            found.forEach(
                    (engine, devices) ->
                            devices.forEach(
                                    device ->
                                            output.line(
                                                    "%-8s %-8s %s",
                                                    engine, device.id(), device.label())));
        }
        return FoveaCommand.OK;
    }

    private static List<Device> devices(Engine engine) {
        return engine.devices();
    }
}

package fovea.app.cli;

import fovea.engine.Device;
import fovea.engine.Engine;
import fovea.engine.EngineException;
import fovea.plugin.Plugins;
import fovea.problem.InvalidInputException;

import picocli.CommandLine.Option;

import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The options that say what computes.
final class DeviceChoice {
    @Option(
            names = "--engine",
            paramLabel = "NAME",
            defaultValue = "torch",
            description = "What runs the net (${DEFAULT-VALUE})")
    private String engine = "torch";

    @Option(
            names = "--device",
            paramLabel = "ID",
            description =
                    "cpu, cuda:0, …: `fovea devices` lists them (the first GPU if there is one,"
                            + " else the CPU)")
    private String device = "";

    @Option(names = "--threads", paramLabel = "N", description = "Threads of the CPU (all cores)")
    private int threads;

    /// Makes the chosen engine.
    Engine engine(Plugins plugins) {
        if (threads > 0) {
            System.setProperty("fovea.threads", Integer.toString(threads));
        }
        Map<String, Supplier<Engine>> engines = plugins.engines();
        Supplier<Engine> supplier = engines.get(engine);
        if (supplier == null) {
            throw InvalidInputException.of(
                    "--engine " + engine,
                    "there is no such engine",
                    "choose one of " + String.join(", ", engines.keySet()));
        }
        return supplier.get();
    }

    /// The chosen device of an engine.
    Device device(Engine chosen) {
        if (device.isEmpty()) {
            return chosen.devices().stream()
                    .filter(candidate -> !candidate.equals(Device.CPU))
                    .findFirst()
                    .orElse(Device.CPU);
        }
        return chosen.devices().stream()
                .filter(candidate -> candidate.id().equals(device))
                .findFirst()
                .orElseThrow(
                        () ->
                                new EngineException(
                                        "--device %s: %s has no such device; there %s. For CUDA build with -Pcuda on a machine with an NVIDIA driver."
                                                .formatted(
                                                        device,
                                                        chosen.name(),
                                                        chosen.devices().stream()
                                                                .map(Device::id)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                ", ", "is ",
                                                                                "")))));
    }
}

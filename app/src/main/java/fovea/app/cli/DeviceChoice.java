package fovea.app.cli;

import fovea.engine.Device;
import fovea.engine.Engine;
import fovea.plugin.Plugins;
import fovea.problem.InvalidInputException;

import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The options that say what computes.
final class DeviceChoice {
    private static final int MOST_THREADS = 1024;

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            defaultValue = "torch",
            description =
                    "What runs the net: torch, dl4j, onnx (${DEFAULT-VALUE}); `benchmark` takes"
                            + " several, joined by commas")
    private String engine = "torch";

    @Option(
            names = "--device",
            paramLabel = "ID",
            description =
                    "cpu, cuda:0, …: `fovea devices` lists them (the first GPU if there is one,"
                            + " else the CPU)")
    private String device = "";

    @Option(names = "--threads", paramLabel = "N", description = "Threads of the CPU (all cores)")
    private Optional<Integer> threads = Optional.empty();

    String engineName() {
        return engine;
    }

    /// Makes the chosen engine.
    Engine engine(Plugins plugins) {
        threads.ifPresent(
                count -> {
                    if (count < 1 || count > MOST_THREADS) {
                        throw InvalidInputException.of(
                                "--threads " + count,
                                "so many threads cannot be",
                                "give 1 to " + MOST_THREADS);
                    }
                    System.setProperty("fovea.threads", Integer.toString(count));
                });
        return require(engine, plugins).get();
    }

    /// @throws InvalidInputException if there is no engine of this name
    static Supplier<Engine> require(String engine, Plugins plugins) {
        Map<String, Supplier<Engine>> engines = plugins.engines();
        Supplier<Engine> supplier = engines.get(engine);
        if (supplier == null) {
            throw InvalidInputException.of(
                    "--engine " + engine,
                    "there is no such engine",
                    "choose one of " + String.join(", ", engines.keySet()));
        }
        return supplier;
    }

    /// The engines that were named, where several may be.
    List<String> engineNames() {
        return List.of(engine.split(",", -1));
    }

    /// The words that choose device and threads again.
    List<String> computeWords() {
        List<String> words = new ArrayList<>();
        if (!device.isEmpty()) {
            words.addAll(List.of("--device", device));
        }
        threads.ifPresent(count -> words.addAll(List.of("--threads", count.toString())));
        return words;
    }

    private InvalidInputException missing(Engine chosen) {
        List<String> there = chosen.devices().stream().map(Device::id).toList();
        return InvalidInputException.of(
                "--device " + device,
                chosen.name() + " finds no such device",
                "choose one of %s; CUDA needs a build with -Pcuda and an NVIDIA driver"
                        .formatted(String.join(", ", there)));
    }

    /// The device by its name alone, for what asks the device itself; empty if none was named.
    Optional<Device> named() {
        return device.isEmpty() ? Optional.empty() : Optional.of(new Device(device, device));
    }

    /// The chosen device of an engine.
    ///
    /// @throws InvalidInputException if it is not there
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
                .orElseThrow(() -> missing(chosen));
    }
}

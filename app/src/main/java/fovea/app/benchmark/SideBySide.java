package fovea.app.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;

import fovea.app.process.OwnProcess;
import fovea.engine.EngineException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Measures several engines in one go, each in a process of its own, so that start and memory are
/// its own too.
public final class SideBySide {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SideBySide() {}

    /// @param words of the command line that measure one engine, without the engine
    /// @return results by engine, in the given order
    /// @throws EngineException if a process fails, with what it said
    public static Map<String, BenchmarkResult> measure(List<String> engines, List<String> words) {
        Map<String, BenchmarkResult> results = new LinkedHashMap<>();
        for (String engine : engines) {
            List<String> all = new ArrayList<>(words);
            all.addAll(List.of("--engine", engine, "--json"));
            results.put(engine, measured(engine, all));
        }
        return results;
    }

    private static BenchmarkResult measured(String engine, List<String> words) {
        try {
            Process process = OwnProcess.start(words);
            process.getOutputStream().close();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new EngineException(
                        "engine '%s' could not be measured: %s".formatted(engine, said.strip()));
            }
            return JSON.readValue(said.substring(said.indexOf('{')), BenchmarkResult.class);
        } catch (IOException e) {
            throw new EngineException("engine '" + engine + "' could not be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("the measurement was interrupted", e);
        }
    }
}

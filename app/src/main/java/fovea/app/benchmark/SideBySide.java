package fovea.app.benchmark;

import fovea.app.process.ChildProcess;
import fovea.engine.EngineException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Measures several engines in one go, each in a process of its own, so that start and memory are
/// its own too.
public final class SideBySide {
    private SideBySide() {}

    /// @param words of the command line that measure one engine, without the engine
    /// @return results by engine, in the given order
    /// @throws EngineException if a process fails, with what it said
    public static Map<String, BenchmarkResult> measure(List<String> engines, List<String> words) {
        Map<String, BenchmarkResult> results = new LinkedHashMap<>();
        for (String engine : engines) {
            List<String> all = new ArrayList<>(words);
            all.addAll(List.of("--engine", engine));
            results.put(engine, measured(engine, all));
        }
        return results;
    }

    private static BenchmarkResult measured(String engine, List<String> words) {
        try {
            return ChildProcess.ask(words, BenchmarkResult.class);
        } catch (IOException e) {
            throw new EngineException(
                    "engine '%s' could not be measured: %s".formatted(engine, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("the measurement was interrupted", e);
        }
    }
}

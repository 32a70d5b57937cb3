package fovea.dl4j;

import fovea.engine.Engine;
import fovea.engine.dl4j.Dl4jEngine;
import fovea.plugin.Plugin;

import java.util.Map;
import java.util.function.Supplier;

/// Adds the engine `dl4j`.
public final class Dl4jPlugin implements Plugin {
    @Override
    public String name() {
        return "engine-dl4j";
    }

    @Override
    public Map<String, Supplier<Engine>> engines() {
        // A lambda rather than Dl4jEngine::new: the class, and ND4J, are touched when chosen.
        return Map.of("dl4j", () -> new Dl4jEngine());
    }
}

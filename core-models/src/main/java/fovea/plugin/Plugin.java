package fovea.plugin;

import fovea.component.Component;
import fovea.engine.Engine;
import fovea.importing.ModelImporter;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// One class that lists what a module adds. Found by [java.util.ServiceLoader].
public interface Plugin {
    String name();

    /// Record classes that experiments can name.
    default List<Class<? extends Component>> components() {
        return List.of();
    }

    /// Engines by name, made when chosen.
    default Map<String, Supplier<Engine>> engines() {
        return Map.of();
    }

    /// What `fovea evaluate --metric NAME` can compute from files, by name.
    default Map<String, OfflineEvaluation> evaluations() {
        return Map.of();
    }

    /// What `fovea import` can read.
    default List<ModelImporter> importers() {
        return List.of();
    }
}

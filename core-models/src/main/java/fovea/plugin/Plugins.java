package fovea.plugin;

import fovea.engine.Engine;
import fovea.importing.ModelImporter;
import fovea.problem.Problem;

import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.function.Supplier;

/// The plugins that are there. One that does not work is left out and told as a problem, with the
/// file it came from; the others go on.
///
/// @param all in the order in which they were found, [CorePlugin] first
/// @param problems what is wrong with those left out
public record Plugins(List<Plugin> all, List<Problem> problems) {
    private static final String CURE = "update the plugin, or remove its file";

    public Plugins {
        all = List.copyOf(all);
        problems = List.copyOf(problems);
    }

    /// The plugins on the class path.
    public static Plugins discover() {
        return discover(Plugins.class.getClassLoader());
    }

    /// The plugins a class loader finds.
    public static Plugins discover(ClassLoader loader) {
        List<Plugin> found = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Iterator<ServiceLoader.Provider<Plugin>> providers =
                ServiceLoader.load(Plugin.class, loader).stream().iterator();
        String lastError = "";
        while (true) {
            try {
                if (!providers.hasNext()) {
                    break;
                }
                add(providers.next(), found, problems);
            } catch (ServiceConfigurationError | LinkageError e) {
                // A loader that cannot even list its providers gives the same error for ever.
                if (lastError.equals(e.toString())) {
                    break;
                }
                lastError = e.toString();
                problems.add(new Problem("the plugins", reason(e), CURE));
            }
        }
        found.sort((a, b) -> Boolean.compare(b instanceof CorePlugin, a instanceof CorePlugin));
        return new Plugins(found, checked(found, problems));
    }

    private static void add(
            ServiceLoader.Provider<Plugin> provider, List<Plugin> found, List<Problem> problems) {
        try {
            Plugin plugin = provider.get();
            // A class that its file lacks shows only when the lists are made.
            plugin.components();
            plugin.engines();
            plugin.evaluations();
            plugin.importers();
            found.add(plugin);
        } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
            String place = file(provider.type()).orElse(provider.type().getName());
            problems.add(new Problem(place, reason(e), CURE));
        }
    }

    private static Optional<String> file(Class<?> type) {
        return Optional.ofNullable(type.getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation)
                .map(location -> location.getPath());
    }

    private static String reason(Throwable e) {
        Throwable cause = e.getCause();
        return cause == null
                ? "a plugin does not work (%s)".formatted(e.getMessage())
                : "a plugin does not work (%s: %s)".formatted(e.getMessage(), cause);
    }

    private static List<Problem> checked(List<Plugin> plugins, List<Problem> problems) {
        List<Problem> all = new ArrayList<>(problems);
        merge(plugins, Plugin::engines, all);
        merge(plugins, Plugin::evaluations, all);
        return all;
    }

    /// The engines by name; of two with one name, the first.
    public Map<String, Supplier<Engine>> engines() {
        return merge(all, Plugin::engines, new ArrayList<>());
    }

    /// The evaluations from files by metric name; of two with one name, the first.
    public Map<String, OfflineEvaluation> evaluations() {
        return merge(all, Plugin::evaluations, new ArrayList<>());
    }

    /// What reads the models of other programs.
    public List<ModelImporter> importers() {
        return all.stream().flatMap(plugin -> plugin.importers().stream()).toList();
    }

    private static <T> Map<String, T> merge(
            List<Plugin> plugins, Function<Plugin, Map<String, T>> part, List<Problem> problems) {
        Map<String, T> merged = new LinkedHashMap<>();
        for (Plugin plugin : plugins) {
            part.apply(plugin)
                    .forEach(
                            (name, value) -> {
                                if (merged.putIfAbsent(name, value) != null) {
                                    problems.add(
                                            new Problem(
                                                    "plugin " + plugin.name(),
                                                    "'" + name + "' is already given by another",
                                                    "remove one of the two plugins"));
                                }
                            });
        }
        return merged;
    }
}

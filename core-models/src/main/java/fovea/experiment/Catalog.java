package fovea.experiment;

import fovea.component.Component;
import fovea.plugin.Plugin;
import fovea.problem.Problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything an experiment can name, by kind and name.
public final class Catalog {
    private final Map<Class<? extends Component>, Map<String, ComponentInfo>> kinds;
    private final List<Problem> problems;

    private Catalog(
            Map<Class<? extends Component>, Map<String, ComponentInfo>> kinds,
            List<Problem> problems) {
        this.kinds = kinds;
        this.problems = problems;
    }

    /// What plugins list. Of two components of one kind and name the first stays; that, and every
    /// component that is not well formed, is told by [#problems].
    public static Catalog of(Collection<? extends Plugin> plugins) {
        Map<Class<? extends Component>, Map<String, ComponentInfo>> kinds = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Plugin plugin : plugins) {
            for (Class<? extends Component> type : plugin.components()) {
                CatalogEntry.of(type, plugin.name(), problems)
                        .forEach(info -> add(kinds, info, plugin.name(), problems));
            }
        }
        Catalog catalog = new Catalog(kinds, problems);
        catalog.components().stream()
                .map(ComponentInfo::type)
                .distinct()
                .forEach(type -> CatalogEntry.checkDefaults(type, catalog, problems));
        return new Catalog(kinds, List.copyOf(problems));
    }

    private static void add(
            Map<Class<? extends Component>, Map<String, ComponentInfo>> kinds,
            ComponentInfo info,
            String plugin,
            List<Problem> problems) {
        Map<String, ComponentInfo> named =
                kinds.computeIfAbsent(info.kind(), kind -> new LinkedHashMap<>());
        ComponentInfo other = named.putIfAbsent(info.name(), info);
        if (other != null && other.type() != info.type()) {
            problems.add(
                    new Problem(
                            "plugin " + plugin,
                            "there already is a %s named '%s' (%s), so %s cannot be used"
                                    .formatted(
                                            info.kindName(),
                                            info.name(),
                                            other.type().getName(),
                                            info.type().getName()),
                            "give one of them another name with @Named, or remove a plugin"));
        }
    }

    /// What is wrong with the plugins.
    public List<Problem> problems() {
        return problems;
    }

    /// The kinds, in the order of their names.
    public List<Class<? extends Component>> kinds() {
        return kinds.keySet().stream().sorted(Comparator.comparing(ComponentInfo::nameOf)).toList();
    }

    /// The components of a kind, in the order in which the plugins list them.
    public List<ComponentInfo> components(Class<? extends Component> kind) {
        return List.copyOf(kinds.getOrDefault(kind, Map.of()).values());
    }

    /// All components, kind by kind; one that stands for two kinds comes twice.
    public List<ComponentInfo> components() {
        return kinds().stream().flatMap(kind -> components(kind).stream()).toList();
    }

    /// The component of a kind and name.
    public Optional<ComponentInfo> find(Class<? extends Component> kind, String name) {
        return Optional.ofNullable(kinds.getOrDefault(kind, Map.of()).get(name));
    }
}

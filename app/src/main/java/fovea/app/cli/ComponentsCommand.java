package fovea.app.cli;

import fovea.experiment.Catalog;
import fovea.experiment.ComponentInfo;
import fovea.experiment.Experiment;
import fovea.experiment.FieldInfo;
import fovea.plugin.Plugins;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/// `fovea components`: everything an experiment can name, with its fields.
@Command(
        name = "components",
        mixinStandardHelpOptions = true,
        description = "List everything an experiment can name, with its fields")
final class ComponentsCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "WORD",
            description = "Only kinds and components whose name contains this word")
    private String word = "";

    @Mixin private final Output output = new Output();

    @Override
    public Integer call() {
        Catalog catalog = Catalog.of(Plugins.discover().all());
        List<ComponentInfo> shown =
                catalog.components().stream()
                        .filter(c -> c.name().contains(word) || c.kindName().contains(word))
                        .toList();
        if (output.json()) {
            output.json(shown.stream().map(ComponentsCommand::described).toList());
            return FoveaCommand.OK;
        }
        if (word.isEmpty()) {
            output.line("experiment: the keys of an experiment file");
            FieldInfo.of(Experiment.class).forEach(this::print);
            output.line("");
        }
        String kind = "";
        for (ComponentInfo component : shown) {
            if (!component.kindName().equals(kind)) {
                kind = component.kindName();
                output.line("%s", kind);
            }
            output.line("  %s: %s", component.name(), component.help());
            component.fields().forEach(this::print);
        }
        return FoveaCommand.OK;
    }

    private void print(FieldInfo field) {
        output.line("    %-16s %s", field.name(), String.join("; ", notes(field)));
    }

    private static List<String> notes(FieldInfo field) {
        boolean bounded = Double.isFinite(field.min()) || Double.isFinite(field.max());
        return Stream.of(
                        field.help(),
                        bounded ? field.bounds().toString() : "",
                        field.defaultText().map(text -> "default " + text).orElse("required"))
                .filter(note -> !note.isEmpty())
                .toList();
    }

    private static Map<String, Object> described(ComponentInfo component) {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("kind", component.kindName());
        description.put("name", component.name());
        description.put("help", component.help());
        description.put(
                "fields", component.fields().stream().map(ComponentsCommand::described).toList());
        return description;
    }

    private static Map<String, Object> described(FieldInfo field) {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("name", field.name());
        description.put("help", field.help());
        field.defaultText().ifPresent(text -> description.put("default", text));
        if (Double.isFinite(field.min())) {
            description.put("min", field.min());
        }
        if (Double.isFinite(field.max())) {
            description.put("max", field.max());
        }
        return description;
    }
}

package fovea.app.cli;

import fovea.experiment.Catalog;
import fovea.experiment.ComponentInfo;
import fovea.experiment.Experiment;
import fovea.experiment.FieldInfo;
import fovea.plugin.Plugins;
import fovea.problem.InvalidInputException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// `fovea components`: everything an experiment can name, with its fields.
@Command(
        name = "components",
        mixinStandardHelpOptions = true,
        description = "List everything an experiment can name, with its fields")
final class ComponentsCommand implements Callable<Integer> {
    private static final String EXPERIMENT = "experiment";
    private static final String KEYS = "the keys of an experiment file";
    private static final int LEAST_WIDTH = 16;

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
        boolean keys = EXPERIMENT.contains(word);
        require(keys || !shown.isEmpty());
        if (output.json()) {
            List<Map<String, Object>> all = new ArrayList<>();
            if (keys) {
                all.add(described(EXPERIMENT, EXPERIMENT, KEYS, FieldInfo.of(Experiment.class)));
            }
            shown.forEach(c -> all.add(described(c.kindName(), c.name(), c.help(), c.fields())));
            output.json(all);
            return FoveaCommand.OK;
        }
        if (keys) {
            output.line("%s: %s", EXPERIMENT, KEYS);
            print(FieldInfo.of(Experiment.class));
            output.line("");
        }
        String kind = "";
        for (ComponentInfo component : shown) {
            if (!component.kindName().equals(kind)) {
                kind = component.kindName();
                output.line("%s", kind);
            }
            output.line("  %s: %s", component.name(), component.help());
            print(component.fields());
        }
        return FoveaCommand.OK;
    }

    private void require(boolean found) {
        if (!found) {
            throw InvalidInputException.of(
                    word,
                    "no kind and no component has this in its name",
                    "leave the word away to see all");
        }
    }

    private void print(List<FieldInfo> fields) {
        List<FieldNotes> all = FieldNotes.of(fields);
        int width = all.stream().mapToInt(notes -> notes.path().length()).max().orElse(0);
        String format = "    %-" + Math.max(LEAST_WIDTH, width) + "s %s";
        all.forEach(notes -> output.line(format, notes.path(), notes.text()));
    }

    private static Map<String, Object> described(
            String kind, String name, String help, List<FieldInfo> fields) {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("kind", kind);
        description.put("name", name);
        description.put("help", help);
        description.put(
                "fields",
                FieldNotes.of(fields).stream().map(ComponentsCommand::described).toList());
        return description;
    }

    private static Map<String, Object> described(FieldNotes notes) {
        FieldInfo field = notes.field();
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("name", notes.path());
        description.put("help", field.help());
        if (!notes.choices().isEmpty()) {
            description.put("choices", notes.choices());
        }
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

package fovea.app.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.app.text.Language;
import fovea.app.text.Texts;
import fovea.dataset.LoaderSpec;
import fovea.experiment.Catalog;
import fovea.experiment.ComponentInfo;
import fovea.experiment.DataSpec;
import fovea.experiment.Experiment;
import fovea.experiment.FieldInfo;
import fovea.experiment.FieldType;
import fovea.experiment.TrainingSpec;
import fovea.model.layered.Layered;
import fovea.model.layered.Sliding;
import fovea.plugin.Plugins;
import fovea.tensor.InputSpec;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every field and component that comes with the product has a name and a help in both languages,
/// and the English help is the record's own.
class FormWordsTest {
    private static final Catalog CATALOG = Catalog.of(Plugins.discover().all());
    private static final List<Class<? extends Record>> RECORDS =
            List.of(
                    Experiment.class,
                    DataSpec.class,
                    InputSpec.class,
                    LoaderSpec.class,
                    TrainingSpec.class,
                    Layered.Entry.class,
                    Sliding.class);

    @Test
    void theEnglishHelpIsThatOfTheRecords() {
        Map<String, String> words = new Texts(Language.ENGLISH).words(Language.ENGLISH);
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> found = new TreeMap<>();
        types().forEach(
                        type ->
                                FieldInfo.of(type)
                                        .forEach(
                                                field -> {
                                                    String key = help(type, field);
                                                    expected.put(key, field.help());
                                                    found.put(key, words.getOrDefault(key, ""));
                                                }));
        CATALOG.components()
                .forEach(
                        info -> {
                            String key = String.join(".", "form", "about", info.name());
                            expected.put(key, info.help());
                            found.put(key, words.getOrDefault(key, ""));
                        });
        assertEquals(expected, found);
    }

    @Test
    void everyFieldAndComponentHasANameInBothLanguages() {
        Texts texts = new Texts(Language.ENGLISH);
        for (Language language : Language.values()) {
            Map<String, String> words = texts.words(language);
            List<String> missing =
                    Stream.concat(
                                    types().flatMap(type -> FieldInfo.of(type).stream())
                                            .map(
                                                    field ->
                                                            String.join(
                                                                    ".",
                                                                    "form",
                                                                    "field",
                                                                    field.name())),
                                    CATALOG.components().stream()
                                            .map(
                                                    info ->
                                                            String.join(
                                                                    ".",
                                                                    "form",
                                                                    "component",
                                                                    info.name())))
                            .filter(key -> !words.containsKey(key))
                            .distinct()
                            .toList();
            assertEquals(List.of(), missing, language.ownName());
        }
    }

    @Test
    void everyChoiceHasAWordInBothLanguages() {
        Set<String> choices =
                types().flatMap(type -> FieldInfo.of(type).stream())
                        .flatMap(field -> choices(field.type()))
                        .flatMap(
                                choice ->
                                        choice.names().stream()
                                                .map(name -> choice(choice.type(), name)))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(choices.contains("form.choice.resize-mode.short-side"), choices.toString());
        Texts texts = new Texts(Language.ENGLISH);
        for (Language language : Language.values()) {
            Set<String> missing = new TreeSet<>(choices);
            missing.removeAll(texts.words(language).keySet());
            assertEquals(Set.of(), missing, language.ownName());
        }
    }

    private static Stream<FieldType.Choice> choices(FieldType type) {
        return switch (type) {
            case FieldType.Choice choice -> Stream.of(choice);
            case FieldType.ListOf list -> choices(list.element());
            case FieldType.OptionalOf optional -> choices(optional.element());
            case FieldType.RecordOf part ->
                    FieldInfo.of(part.type()).stream().flatMap(field -> choices(field.type()));
            case FieldType.Flag _,
                    FieldType.IntNumber _,
                    FieldType.LongNumber _,
                    FieldType.RealNumber _,
                    FieldType.Text _,
                    FieldType.KindOf _ ->
                    Stream.of();
        };
    }

    private static String choice(Class<?> type, String name) {
        return String.join(".", "form", "choice", ComponentInfo.nameOf(type), name);
    }

    private static Stream<Class<? extends Record>> types() {
        return Stream.concat(
                RECORDS.stream(), CATALOG.components().stream().map(ComponentInfo::type));
    }

    private static String help(Class<?> type, FieldInfo field) {
        return String.join(".", "form", "help", ComponentInfo.nameOf(type), field.name());
    }
}

package fovea.app.form;

import fovea.app.text.Texts;
import fovea.experiment.ComponentInfo;
import fovea.experiment.FieldInfo;
import fovea.experiment.FieldType;

import javafx.beans.value.ObservableValue;

import java.util.Locale;
import java.util.Optional;

/// What fields and components are called, in the user's language where somebody translated it.
/// Components of other plugins keep the names and the help of their records.
final class FieldWords {
    private static final String BUNDLE = "form";

    private final Texts texts;

    FieldWords(Texts texts) {
        this.texts = texts;
    }

    ObservableValue<String> label(FieldInfo field) {
        return texts.language()
                .map(l -> texts.find(key("field", field.name())).orElse(spaced(field.name())));
    }

    /// What a component is called in a list of choices.
    String component(String name) {
        return texts.find(key("component", name)).orElse(name);
    }

    /// What a constant is called in a list of choices; the files keep its name.
    String choice(FieldType.Choice type, String name) {
        return texts.find(key("choice", ComponentInfo.nameOf(type.type()) + "." + name))
                .orElse(name);
    }

    /// What the field does, its default and its limits.
    ObservableValue<String> help(Class<?> owner, FieldInfo field) {
        return texts.language()
                .map(
                        l -> {
                            StringBuilder help = new StringBuilder(sentence(owner, field));
                            field.defaultText()
                                    .ifPresent(
                                            text ->
                                                    help.append('\n')
                                                            .append(
                                                                    texts.format(
                                                                            "form.default", text)));
                            if (Double.isFinite(field.min()) && Double.isFinite(field.max())) {
                                help.append('\n')
                                        .append(
                                                texts.format(
                                                        "form.range",
                                                        Numbers.text(field.min()),
                                                        Numbers.text(field.max())));
                            }
                            return help.toString();
                        });
    }

    private String sentence(Class<?> owner, FieldInfo field) {
        return texts.find(key("help", ComponentInfo.nameOf(owner) + "." + field.name()))
                .orElse(field.help());
    }

    String componentHelp(ComponentInfo component) {
        return texts.find(key("about", component.name())).orElse(component.help());
    }

    /// What is wrong with a number that was typed, in the user's language; empty if it is something
    /// else.
    Optional<String> wrong(FieldInfo field, String typed) {
        boolean number =
                switch (field.type()) {
                    case FieldType.IntNumber _, FieldType.LongNumber _, FieldType.RealNumber _ ->
                            true;
                    default -> false;
                };
        if (!number) {
            return Optional.empty();
        }
        Optional<Double> value = Numbers.parse(typed);
        if (value.isEmpty()) {
            return Optional.of(texts.format("form.wrong.number", typed));
        }
        boolean bounded = Double.isFinite(field.min()) && Double.isFinite(field.max());
        return value.filter(v -> bounded && (v < field.min() || v > field.max()))
                .map(
                        v ->
                                texts.format(
                                        "form.wrong.range",
                                        typed,
                                        Numbers.text(field.min()),
                                        Numbers.text(field.max())));
    }

    private static String key(String group, String name) {
        return String.join(".", BUNDLE, group, name);
    }

    private static String spaced(String name) {
        String words = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}

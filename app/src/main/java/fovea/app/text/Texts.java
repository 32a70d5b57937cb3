package fovea.app.text;

import fovea.problem.Problem;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/// The words of the window, switchable while it runs.
///
/// A key begins with the name of its bundle: `data.title` lies in `data.properties` and, for
/// Chinese, in `data_zh_CN.properties`. Bundles are UTF-8. A text with arguments is a
/// [MessageFormat] pattern, so an apostrophe in it is written twice.
///
/// Problems and messages of exceptions are made in English by modules that know no language. Their
/// sentences are their own keys, and [#translate(Problem)] is the door to their translations.
public final class Texts {
    /// One bundle for the frame and one for each room, so that a room brings its own words.
    public static final List<String> BUNDLES =
            List.of("frame", "data", "runs", "export", "errors", "form", "chart");

    private final Map<Language, Map<String, String>> words = new EnumMap<>(Language.class);
    private final Map<Language, Phrasebook> phrasebooks = new EnumMap<>(Language.class);
    private final ReadOnlyObjectWrapper<Language> language;

    public Texts(Language initial) {
        language = new ReadOnlyObjectWrapper<>(this, "language", initial);
        for (Language each : Language.values()) {
            words.put(each, load(each));
            phrasebooks.put(each, phrasebook(each));
        }
    }

    public ReadOnlyObjectProperty<Language> language() {
        return language.getReadOnlyProperty();
    }

    public void speak(Language other) {
        language.set(other);
    }

    /// The text of a key in the current language, or the key itself in ‹› if there is none.
    public String text(String key) {
        return find(key).orElse("‹" + key + "›");
    }

    /// The text of a key, for names that need not have one, such as those of plugins' components.
    public Optional<String> find(String key) {
        return Optional.ofNullable(words(language.get()).get(key));
    }

    /// The text of a key with its arguments filled in: `{0}` and so on.
    public String format(String key, Object... arguments) {
        return new MessageFormat(text(key), language.get().locale()).format(arguments);
    }

    /// The text of a key, which follows the language.
    public ObservableValue<String> bind(String key) {
        return language.map(l -> text(key));
    }

    /// The text of a key with its arguments filled in, which follows the language and the
    /// arguments.
    public ObservableValue<String> bind(String key, ObservableValue<?>... arguments) {
        ObservableValue<?>[] sources =
                Stream.concat(Stream.of(language), Arrays.stream(arguments))
                        .toArray(ObservableValue<?>[]::new);
        return Bindings.createStringBinding(
                () ->
                        format(
                                key,
                                Arrays.stream(arguments).map(ObservableValue::getValue).toArray()),
                sources);
    }

    /// A problem in the current language, as far as its sentences are known.
    public Problem translate(Problem problem) {
        // Names of files are data, whatever words they are made of.
        boolean path = problem.place().contains("/") || problem.place().contains("\\");
        return new Problem(
                path ? problem.place() : translate(problem.place()),
                translate(problem.cause()),
                translate(problem.cure()));
    }

    /// An English sentence of an exception or a problem in the current language; as it is if nobody
    /// has translated it.
    public String translate(String sentence) {
        return phrasebooks.getOrDefault(language.get(), Phrasebook.EMPTY).translate(sentence);
    }

    /// A problem that follows the language.
    public ObservableValue<Problem> bind(Problem problem) {
        return language.map(l -> translate(problem));
    }

    /// The English sentences of problems that can be said in a language, and how.
    public Map<String, String> sentences(Language which) {
        Map<String, String> all = new HashMap<>();
        phrasebooks
                .getOrDefault(which, Phrasebook.EMPTY)
                .phrases()
                .forEach(phrase -> all.put(phrase.english(), phrase.other()));
        return all;
    }

    /// Every key of a language and its text.
    public Map<String, String> words(Language which) {
        return words.getOrDefault(which, Map.of());
    }

    private static Map<String, String> load(Language language) {
        Map<String, String> all = new HashMap<>();
        for (String bundle : BUNDLES) {
            read(bundle + language.suffix() + ".properties")
                    .forEach((key, value) -> all.put((String) key, (String) value));
        }
        return Map.copyOf(all);
    }

    private static Properties read(String file) {
        Properties properties = new Properties();
        try (Reader text = open(file)) {
            properties.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    /// English is what the sentences are written in.
    private static Phrasebook phrasebook(Language language) {
        if (language == Language.ENGLISH) {
            return Phrasebook.EMPTY;
        }
        try (BufferedReader text =
                new BufferedReader(open("problems" + language.suffix() + ".txt"))) {
            return Phrasebook.parse(text.lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader open(String file) {
        InputStream in = Texts.class.getResourceAsStream(file);
        if (in == null) {
            throw new IllegalStateException("the text bundle " + file + " is not built in");
        }
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }
}

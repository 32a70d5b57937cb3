package fovea.app.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Sentences that parts without a language make in English, and the same in another language.
///
/// The text it is read from has two lines for each and an empty line between sentences: the English
/// one as it stands in the code, with its placeholders, and the translation. Lines that begin with
/// `#` are for its readers.
final class Phrasebook {
    /// Knows no sentence.
    static final Phrasebook EMPTY = new Phrasebook(List.of());

    /// Sentences within sentences: a node's, within it a cause, within it a shape.
    private static final int DEEPEST = 4;

    private final Map<String, Phrase> whole = new HashMap<>();
    private final List<Phrase> sentences;
    private final List<Phrase> joints;

    private Phrasebook(Collection<Phrase> phrases) {
        phrases.stream()
                .filter(phrase -> phrase.values() == 0)
                .forEach(phrase -> whole.put(phrase.words(), phrase));
        List<Phrase> withValues =
                phrases.stream()
                        .filter(phrase -> phrase.values() > 0)
                        .sorted(Comparator.comparingInt(Phrase::weight).reversed())
                        .toList();
        sentences = withValues.stream().filter(phrase -> !phrase.isJoint()).toList();
        joints = withValues.stream().filter(Phrase::isJoint).toList();
    }

    /// @throws IllegalStateException if a sentence has not two lines or is there twice
    static Phrasebook parse(Stream<String> lines) {
        Map<String, Phrase> phrases = new LinkedHashMap<>();
        List<String> block = new ArrayList<>();
        Stream.concat(lines, Stream.of(""))
                .filter(line -> !line.startsWith("#"))
                .forEach(
                        line -> {
                            if (!line.isEmpty()) {
                                block.add(line);
                            } else if (!block.isEmpty()) {
                                add(block, phrases);
                                block.clear();
                            }
                        });
        return new Phrasebook(phrases.values());
    }

    private static void add(List<String> block, Map<String, Phrase> phrases) {
        if (block.size() != 2) {
            throw new IllegalStateException("not a sentence and its translation: " + block);
        }
        Phrase phrase = new Phrase(block.getFirst(), block.getLast());
        if (phrases.put(phrase.english(), phrase) != null) {
            throw new IllegalStateException("this sentence is there twice: " + phrase.english());
        }
    }

    /// All sentences, English first.
    List<Phrase> phrases() {
        return Stream.of(whole.values(), sentences, joints).flatMap(Collection::stream).toList();
    }

    /// The translation of each line that is known; the others as they are.
    String translate(String text) {
        return text.lines().count() > 1
                ? String.join("\n", text.lines().map(this::translate).toList())
                : find(text, DEEPEST).orElse(text);
    }

    /// Empty if nothing of the sentence is known.
    private Optional<String> find(String sentence, int depth) {
        if (depth == 0 || sentence.isBlank()) {
            return Optional.empty();
        }
        Phrase known = whole.get(sentence);
        if (known != null) {
            return Optional.of(known.say(List.of()));
        }
        for (Phrase phrase : sentences) {
            Optional<List<String>> values = phrase.values(sentence);
            if (values.isPresent()) {
                return Optional.of(said(phrase, values.get(), depth));
            }
        }
        // Where a colon may belong to either part, the reading that leaves less English is right.
        return joints.stream()
                .flatMap(joint -> joined(joint, sentence, depth).stream())
                .min(Comparator.comparingLong(Phrasebook::latinLetters));
    }

    private String said(Phrase phrase, List<String> values, int depth) {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            said.add(phrase.isQuoted(i) ? value : find(value, depth - 1).orElse(value));
        }
        return phrase.say(said);
    }

    private Optional<String> joined(Phrase joint, String sentence, int depth) {
        return joint.values(sentence)
                .filter(parts -> parts.stream().anyMatch(part -> find(part, depth - 1).isPresent()))
                .map(parts -> said(joint, parts, depth));
    }

    private static long latinLetters(String text) {
        return text.chars().filter(c -> c < 0x250 && Character.isLetter(c)).count();
    }
}

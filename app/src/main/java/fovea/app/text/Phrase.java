package fovea.app.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An English sentence with placeholders as they stand in the code, `image '%s' has %d labels`, and
/// the same in another language, which may take the values in another order: `%2$s`.
final class Phrase {
    private static final Pattern PLACEHOLDER =
            Pattern.compile("%(?:(\\d)\\$)?[-#+ 0,(]*\\d*(?:\\.\\d+)?([a-zA-Z%])");
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?[0-9.,]+(?:[eE][-+]?[0-9]+)?|NaN|-?Infinity");
    private static final int FEW_LETTERS = 4;

    private final String english;
    private final String other;

    /// The words before, between and after the values.
    private final List<String> words = new ArrayList<>();

    /// Whether each value is a number.
    private final List<Boolean> numeric = new ArrayList<>();

    private final int letters;

    Phrase(String english, String other) {
        this.english = english;
        this.other = other;
        StringBuilder between = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(english);
        while (placeholder.find()) {
            placeholder.appendReplacement(between, "");
            if (placeholder.group(2).equals("%")) {
                between.append('%');
            } else {
                words.add(between.toString());
                between.setLength(0);
                numeric.add("def".contains(placeholder.group(2)));
            }
        }
        placeholder.appendTail(between);
        words.add(between.toString());
        letters = (int) words().chars().filter(Character::isLetter).count();
        if (letters > 0 && letters < FEW_LETTERS) {
            // So few words stand in sentences that are not this one.
            numeric.replaceAll(value -> true);
        }
    }

    /// As it stands in the code.
    String english() {
        return english;
    }

    String other() {
        return other;
    }

    /// The English words without placeholders.
    String words() {
        return String.join("", words);
    }

    /// How many characters are its own: of two that fit, the one with more says more.
    int weight() {
        return words.stream().mapToInt(String::length).sum();
    }

    /// Whether it only puts sentences together, as `%s: %s` does.
    boolean isJoint() {
        return letters == 0;
    }

    int values() {
        return numeric.size();
    }

    /// What stands at the placeholders of a sentence that is this one. Each value is as short as
    /// can be, which takes no time that grows faster than the sentence.
    Optional<List<String>> values(String sentence) {
        String last = words.getLast();
        int end = sentence.length() - last.length();
        if (!sentence.startsWith(words.getFirst())
                || !sentence.endsWith(last)
                || end < words.getFirst().length()) {
            return Optional.empty();
        }
        List<String> values = new ArrayList<>();
        int from = words.getFirst().length();
        for (int i = 1; i < words.size(); i++) {
            int next = i == words.size() - 1 ? end : sentence.indexOf(words.get(i), from);
            if (next < from || next > end) {
                return Optional.empty();
            }
            String value = sentence.substring(from, next);
            if (numeric.get(i - 1) && !NUMBER.matcher(value).matches()) {
                return Optional.empty();
            }
            values.add(value);
            from = next + words.get(i).length();
        }
        return Optional.of(values);
    }

    /// Whether a value is quoted, and so a name that nobody translates.
    boolean isQuoted(int value) {
        return words.get(value).endsWith("'");
    }

    /// The sentence in the other language.
    String say(List<String> values) {
        int[] next = {0};
        return fill(
                other,
                index -> values.get(index.isEmpty() ? next[0]++ : Integer.parseInt(index) - 1));
    }

    private static String fill(String template, UnaryOperator<String> value) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(
                        found ->
                                Matcher.quoteReplacement(
                                        found.group(2).equals("%")
                                                ? "%"
                                                : value.apply(
                                                        Optional.ofNullable(found.group(1))
                                                                .orElse(""))));
    }
}

package fovea.experiment;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What someone may have meant by a name that is not known.
final class Suggestions {
    private static final int LONGEST = 60;
    private static final int LEAST_PREFIX = 3;

    private Suggestions() {}

    /// `did you mean 'lr'? known: lr, momentum`.
    static String of(String given, Collection<String> known) {
        return of(nearest(given, known), known);
    }

    static String of(Optional<String> meant, Collection<String> known) {
        String names = known.isEmpty() ? "none is known" : "known: " + String.join(", ", known);
        return meant.map(name -> "did you mean '" + name + "'? " + names).orElse(names);
    }

    /// The known name that is spelt alike: in another case or with other hyphens, cut short or
    /// drawn out, by its initials, with few typing errors, or that ends in the same word.
    static Optional<String> nearest(String given, Collection<String> known) {
        String word = plain(given);
        return known.stream()
                .filter(name -> plain(name).equals(word))
                .findFirst()
                .or(() -> alike(word, known))
                .or(() -> begins(word, known))
                .or(() -> known.stream().filter(name -> initials(given).equals(name)).findFirst())
                .or(() -> sameNoun(given, known));
    }

    private static Optional<String> alike(String word, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(name -> distance(word, plain(name))))
                .filter(name -> distance(word, plain(name)) <= Math.max(1, word.length() / 3));
    }

    private static Optional<String> begins(String word, Collection<String> known) {
        return known.stream()
                .filter(name -> Math.min(word.length(), plain(name).length()) >= LEAST_PREFIX)
                .filter(name -> plain(name).startsWith(word) || word.startsWith(plain(name)))
                .findFirst();
    }

    /// Whether two names differ in case and hyphens only.
    static boolean same(String a, String b) {
        return plain(a).equals(plain(b));
    }

    /// The letters and digits of a name, in lower case.
    static String plain(String name) {
        return shortened(name).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static Optional<String> sameNoun(String given, Collection<String> known) {
        String noun = words(given).getLast();
        return known.stream()
                .filter(name -> noun.length() >= LEAST_PREFIX)
                .filter(name -> words(name).getLast().equals(noun))
                .findFirst();
    }

    private static String initials(String name) {
        List<String> words = words(name);
        return words.size() < 2
                ? ""
                : words.stream().map(word -> word.substring(0, 1)).collect(Collectors.joining());
    }

    private static List<String> words(String name) {
        List<String> words =
                Arrays.stream(ComponentInfo.kebab(shortened(name)).split("[^\\p{L}\\p{N}]+"))
                        .filter(word -> !word.isEmpty())
                        .toList();
        return words.isEmpty() ? List.of("") : words;
    }

    /// Text from a file as a message can hold it.
    static String shortened(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment,
    /// Damerau, 1964).
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : cheapest(d, a, b, new int[] {i, j});
            }
        }
        return d[a.length()][b.length()];
    }

    private static int cheapest(int[][] d, String a, String b, int[] at) {
        int i = at[0];
        int j = at[1];
        int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int cost = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swapped =
                i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(cost, d[i - 2][j - 2] + 1) : cost;
    }
}

package fovea.app.frame;

import java.util.Locale;

/// How well a typed word fits a title: its letters must occur in order; runs of letters and
/// beginnings of words count for more, long titles for less.
final class FuzzyMatch {
    /// What [#score] answers where the word does not fit at all.
    static final int NONE = Integer.MIN_VALUE;

    private static final int LETTER = 10;
    private static final int IN_A_ROW = 15;
    private static final int WORD_START = 20;

    private FuzzyMatch() {}

    /// Greater is better; [#NONE] if the letters do not occur in order.
    static int score(String word, String title) {
        String wanted = word.toLowerCase(Locale.ROOT).replace(" ", "");
        String text = title.toLowerCase(Locale.ROOT);
        int best = NONE;
        // Starting at each occurrence of the first letter finds "run" in "Return to runs".
        for (int start = 0; start <= text.length() - wanted.length(); start++) {
            if (wanted.isEmpty() || text.charAt(start) == wanted.charAt(0)) {
                best = Math.max(best, scoreFrom(start, wanted, text));
            }
            if (wanted.isEmpty()) {
                break;
            }
        }
        return best;
    }

    private static int scoreFrom(int start, String wanted, String text) {
        int score = -text.length();
        int next = 0;
        int last = -2;
        for (int i = start; i < text.length() && next < wanted.length(); i++) {
            if (text.charAt(i) == wanted.charAt(next)) {
                score += LETTER;
                score += i == last + 1 ? IN_A_ROW : 0;
                score += startsWord(text, i) ? WORD_START : 0;
                last = i;
                next++;
            }
        }
        return next == wanted.length() ? score : NONE;
    }

    private static boolean startsWord(String text, int index) {
        return index == 0 || !Character.isLetterOrDigit(text.charAt(index - 1));
    }
}

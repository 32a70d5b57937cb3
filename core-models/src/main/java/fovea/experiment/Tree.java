package fovea.experiment;

import java.util.List;
import java.util.Map;

/// A YAML value that knows where it was written.
sealed interface Tree {
    /// `file:line`, or the override it comes from.
    String place();

    /// A scalar as it was written, without its quotes.
    record Scalar(String text, Style style, String place) implements Tree {
        boolean isPlain(String word) {
            return style == Style.PLAIN && text.equals(word);
        }

        /// Whether it is written as no value at all: `none`, `null`, `~` or nothing.
        boolean isNone() {
            return isPlain("none") || isEmpty();
        }

        boolean isEmpty() {
            return isPlain("null") || isPlain("~") || isPlain("");
        }
    }

    record Items(List<Tree> items, String place) implements Tree {
        public Items {
            items = List.copyOf(items);
        }
    }

    /// @param entries in the order in which they are written; not changed
    record Entries(Map<String, Entry> entries, String place) implements Tree {}

    /// @param keyPlace where the key stands
    record Entry(String keyPlace, Tree value) {}

    /// How a scalar is written.
    enum Style {
        PLAIN,
        QUOTED
    }
}

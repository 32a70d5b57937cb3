package fovea.words;

import com.sun.source.tree.ExpressionTree;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A part of a sentence as the code puts it together.
sealed interface Piece {
    /// Words.
    record Words(String text) implements Piece {}

    /// Where a value comes in.
    ///
    /// @param placeholder `%s`, `%.1f`
    record Hole(String placeholder, ExpressionTree value) implements Piece {}

    Pattern SPECIFIER = Pattern.compile("%(?:(\\d+)\\$)?[-#+ 0,(]*\\d*(?:\\.\\d+)?([a-zA-Z%])");

    /// The pieces of a format and its arguments.
    static List<Piece> formatted(String format, List<? extends ExpressionTree> arguments) {
        List<Piece> pieces = new ArrayList<>();
        Matcher specifier = SPECIFIER.matcher(format);
        int from = 0;
        int next = 0;
        while (specifier.find()) {
            pieces.add(new Words(format.substring(from, specifier.start())));
            from = specifier.end();
            switch (specifier.group(2)) {
                case "%" -> pieces.add(new Words("%"));
                case "n" -> pieces.add(new Words("\n"));
                default -> {
                    int index =
                            specifier.group(1) == null
                                    ? next++
                                    : Integer.parseInt(specifier.group(1)) - 1;
                    String placeholder = specifier.group().replaceFirst("\\d+\\$", "");
                    pieces.add(new Hole(placeholder, arguments.get(index)));
                }
            }
        }
        pieces.add(new Words(format.substring(from)));
        return pieces;
    }

    /// The sentence with its placeholders; a percent sign of its own is doubled.
    static String template(List<Piece> pieces) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            switch (piece) {
                case Words words -> text.append(words.text().replace("%", "%%"));
                case Hole hole -> text.append(hole.placeholder());
            }
        }
        return text.toString();
    }
}

package fovea.visualization;

import java.util.Locale;

/// Puts text and numbers into HTML and SVG.
final class Html {
    private Html() {}

    /// Text that can stand between tags and inside quoted attributes, whatever it holds.
    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints()
                .forEach(
                        c -> {
                            switch (c) {
                                case '&' -> safe.append("&amp;");
                                case '<' -> safe.append("&lt;");
                                case '>' -> safe.append("&gt;");
                                case '"' -> safe.append("&quot;");
                                case '\'' -> safe.append("&#39;");
                                default -> safe.appendCodePoint(visible(c));
                            }
                        });
        return safe.toString();
    }

    private static int visible(int c) {
        boolean broken = Character.isISOControl(c) && c != '\n' && c != '\t';
        return broken || Character.getType(c) == Character.SURROGATE ? 0xFFFD : c;
    }

    /// A name that others chose, kept from changing the direction of the text around it.
    static String name(String text) {
        return "<bdi>" + escape(text) + "</bdi>";
    }

    /// A name cut to a length, with the whole name on hover.
    static String shortName(String text, int length) {
        int points = text.codePointCount(0, text.length());
        String cut =
                points <= length
                        ? text
                        : text.substring(0, text.offsetByCodePoints(0, length - 1)) + "…";
        return "<bdi title=\"" + escape(text) + "\">" + escape(cut) + "</bdi>";
    }

    /// A coordinate.
    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /// A number as people read it: four digits that count, a dash where there is none.
    static String reading(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-3 || size >= 1e6)) {
            return String.format(Locale.ROOT, "%.1e", value);
        }
        int decimals = size >= 100 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : 4;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}

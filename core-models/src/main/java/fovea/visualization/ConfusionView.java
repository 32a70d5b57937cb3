package fovea.visualization;

import fovea.evaluation.ConfusionMatrix;
import fovea.sample.ClassList;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A confusion matrix as HTML: a table whose cells are as strong as their share of the row, or for
/// many classes a drawing of it, and beside it the pairs that are confused most.
final class ConfusionView {
    private static final int MOST_IN_TABLE = 24;
    private static final int MOST_IN_DRAWING = 200;
    private static final int PAIRS = 8;

    /// A cell this strong needs light text.
    private static final double STRONG = 0.55;

    private final ConfusionMatrix matrix;
    private final ClassList classes;

    /// A true class taken for another.
    private record Pair(int truth, int predicted, int count) {}

    private ConfusionView(ConfusionMatrix matrix, ClassList classes) {
        this.matrix = matrix;
        this.classes = classes;
    }

    static String html(ConfusionMatrix matrix, ClassList classes) {
        ConfusionView view = new ConfusionView(matrix, classes);
        return "<div class=\"confusion\">" + view.matrix() + view.pairs() + "</div>";
    }

    private String matrix() {
        if (matrix.classes() <= MOST_IN_TABLE) {
            return table();
        }
        return matrix.classes() <= MOST_IN_DRAWING ? drawing() : "";
    }

    private String table() {
        StringBuilder html = new StringBuilder("<div class=\"scroll\"><table class=\"matrix\">");
        html.append("<thead><tr><th class=\"corner\">true ↓ predicted →</th>");
        for (String name : classes.names()) {
            html.append("<th class=\"up\"><span>").append(Html.shortName(name, 16));
            html.append("</span></th>");
        }
        html.append("</tr></thead><tbody>");
        for (int truth = 0; truth < matrix.classes(); truth++) {
            html.append("<tr><th>").append(Html.shortName(classes.name(truth), 20)).append("</th>");
            for (int predicted = 0; predicted < matrix.classes(); predicted++) {
                html.append(cell(truth, predicted));
            }
            html.append("</tr>");
        }
        return html.append("</tbody></table></div>").toString();
    }

    private String cell(int truth, int predicted) {
        int count = matrix.count(truth, predicted);
        double share = share(truth, predicted);
        String style = truth == predicted ? "right" : "wrong";
        return "<td class=\"%s%s%s\" style=\"--share:%s\" title=\"%s → %s: %s (%s)\">%s</td>"
                .formatted(
                        style,
                        share > STRONG ? " strong" : "",
                        count == 0 ? " zero" : "",
                        shade(share),
                        Html.escape(classes.name(truth)),
                        Html.escape(classes.name(predicted)),
                        count,
                        percent(share),
                        count);
    }

    private String drawing() {
        int size = matrix.classes();
        StringBuilder svg = new StringBuilder();
        svg.append(
                "<svg class=\"matrix\" viewBox=\"0 0 %s %s\" role=\"img\"".formatted(size, size));
        svg.append(" aria-label=\"Confusion matrix\" shape-rendering=\"crispEdges\">");
        for (int truth = 0; truth < size; truth++) {
            for (int predicted = 0; predicted < size; predicted++) {
                if (matrix.count(truth, predicted) > 0) {
                    svg.append(
                            "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"1\" height=\"1\" opacity=\"%s\"/>"
                                    .formatted(
                                            truth == predicted ? "right" : "wrong",
                                            predicted,
                                            truth,
                                            shade(share(truth, predicted))));
                }
            }
        }
        return svg.append("</svg>").toString();
    }

    private String pairs() {
        List<Pair> worst =
                IntStream.range(0, matrix.classes())
                        .boxed()
                        .flatMap(this::pairsOf)
                        .sorted(Comparator.comparingInt(Pair::count).reversed())
                        .limit(PAIRS)
                        .toList();
        StringBuilder html = new StringBuilder("<div class=\"pairs\"><h3>Confused most</h3>");
        if (worst.isEmpty()) {
            return html.append("<p class=\"quiet\">Nothing was confused.</p></div>").toString();
        }
        html.append("<ol>");
        for (Pair pair : worst) {
            html.append(
                    "<li><span>%s <i>→</i> %s</span><b>%s</b><em>%s</em></li>"
                            .formatted(
                                    Html.shortName(classes.name(pair.truth()), 24),
                                    Html.shortName(classes.name(pair.predicted()), 24),
                                    pair.count(),
                                    percent(share(pair.truth(), pair.predicted()))));
        }
        return html.append(
                        "</ol><p class=\"quiet\">true → predicted, images, share of the true class"
                                + "</p></div>")
                .toString();
    }

    private Stream<Pair> pairsOf(int truth) {
        return IntStream.range(0, matrix.classes())
                .filter(predicted -> predicted != truth && matrix.count(truth, predicted) > 0)
                .mapToObj(predicted -> new Pair(truth, predicted, matrix.count(truth, predicted)));
    }

    private double share(int truth, int predicted) {
        return (double) matrix.count(truth, predicted) / Math.max(1, matrix.support(truth));
    }

    /// Rises faster at first, so that rare confusions can be seen.
    private static String shade(double share) {
        return String.format(Locale.ROOT, "%.3f", Math.pow(share, 0.6));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}

package fovea.visualization;

import fovea.evaluation.ClassTable;
import fovea.evaluation.Metric;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The values of each class as an HTML table; percentages have a bar.
final class ClassTableView {
    private ClassTableView() {}

    static String html(ClassTable table) {
        StringBuilder html =
                new StringBuilder("<div class=\"scroll tall\"><table class=\"classes\">");
        html.append("<thead><tr><th>class</th>");
        for (Metric metric : table.columns().keySet()) {
            html.append("<th class=\"number\">").append(Html.escape(title(metric))).append("</th>");
        }
        html.append("</tr></thead><tbody>");
        for (int i = 0; i < table.classes().size(); i++) {
            html.append(
                    "<tr><th><span class=\"chip\" style=\"background:%s\"></span>%s</th>"
                            .formatted(
                                    ClassColors.web(i),
                                    Html.shortName(table.classes().name(i), 40)));
            for (Map.Entry<Metric, List<Double>> column : table.columns().entrySet()) {
                html.append(cell(column.getKey(), column.getValue().get(i)));
            }
            html.append("</tr>");
        }
        return html.append("</tbody></table></div>").toString();
    }

    private static String cell(Metric metric, double value) {
        if (!Double.isFinite(value)) {
            return "<td class=\"number\">–</td>";
        }
        if (!metric.unit().equals("%")) {
            return "<td class=\"number\">%s</td>".formatted(plain(value));
        }
        double width = Math.clamp(value, 0, 100);
        return String.format(
                Locale.ROOT,
                "<td class=\"number bar\" style=\"--width:%.1f%%\">%.1f</td>",
                width,
                value);
    }

    private static String plain(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : Html.reading(value);
    }

    /// `single-label/f1-score_classwise` is shown as `f1-score`.
    private static String title(Metric metric) {
        String key = metric.key();
        return key.substring(key.lastIndexOf('/') + 1).replace("_classwise", "").replace('_', ' ');
    }
}

package fovea.visualization;

import fovea.evaluation.Metric;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// A run as one HTML file that needs nothing else: no script, no network, light or dark as the
/// reader's system. Everything that came from outside is escaped, and the page forbids itself to
/// load or run anything.
public final class HtmlReport {
    private static final String HEAD =
            """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="Content-Security-Policy" \
            content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
            """;

    private static final String MARK =
            """
            <svg class="mark" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="10"/>\
            <circle class="pupil" cx="12" cy="12" r="4.5"/></svg>\
            """;

    private final ReportData data;

    private HtmlReport(ReportData data) {
        this.data = data;
    }

    /// The whole file as text.
    public static String html(ReportData data) {
        return new HtmlReport(data).page();
    }

    /// Writes the file; a reader never sees half of it.
    ///
    /// @throws IOException if the folder cannot be written to
    public static void write(ReportData data, Path file) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(draft, html(data));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private String page() {
        ReportData.Headline headline = data.headline();
        return HEAD
                + "<title>%s · Fovea</title><style>%s</style></head><body><main>"
                        .formatted(Html.escape(headline.name()), style())
                + header(headline)
                + charts()
                + confusion()
                + classes()
                + mistakes()
                + facts("Metrics", metrics())
                + facts("Environment", data.environment())
                + "</main></body></html>\n";
    }

    private static String header(ReportData.Headline headline) {
        String numbers =
                headline.numbers().entrySet().stream()
                        .map(
                                entry ->
                                        "<div><dt>%s</dt><dd>%s</dd></div>"
                                                .formatted(
                                                        Html.escape(entry.getKey()),
                                                        Html.escape(entry.getValue())))
                        .collect(Collectors.joining());
        return "<header><p class=\"brand\">%sFovea</p><h1>%s</h1><p class=\"outcome\">%s</p></header>"
                        .formatted(
                                MARK, Html.name(headline.name()), Html.escape(headline.outcome()))
                + (numbers.isEmpty() ? "" : "<dl class=\"numbers\">" + numbers + "</dl>");
    }

    /// Two in a row; of an odd number, the first has a row of its own.
    private String charts() {
        List<Chart> charts = data.charts();
        StringBuilder html = new StringBuilder("<div class=\"charts\">");
        for (int i = 0; i < charts.size(); i++) {
            boolean alone = i == 0 && charts.size() % 2 == 1;
            html.append(
                    "<section class=\"chart%s\"><h2>%s</h2>%s</section>"
                            .formatted(
                                    alone ? " wide" : "",
                                    Html.escape(charts.get(i).title()),
                                    LineChart.svg(
                                            charts.get(i),
                                            alone ? LineChart.WHOLE : LineChart.HALF)));
        }
        return html.append("</div>").toString();
    }

    private String confusion() {
        return data.evaluation()
                .confusion()
                .filter(matrix -> matrix.classes() == data.classes().size())
                .map(matrix -> section("Confusion", ConfusionView.html(matrix, data.classes())))
                .orElse("");
    }

    private String classes() {
        return data.evaluation()
                .perClass()
                .map(table -> section("Class by class", ClassTableView.html(table)))
                .orElse("");
    }

    private String mistakes() {
        return data.mistakes().isEmpty()
                ? ""
                : section("Worst mistakes", MistakesView.html(data.mistakes(), data.classes()));
    }

    private Map<String, String> metrics() {
        Map<String, String> metrics = new java.util.LinkedHashMap<>();
        data.evaluation()
                .values()
                .forEach((metric, value) -> metrics.put(metric.key(), written(metric, value)));
        return metrics;
    }

    private static String written(Metric metric, double value) {
        if (metric.unit().equals("%") && Double.isFinite(value)) {
            return String.format(Locale.ROOT, "%.2f %%", value);
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? String.format(Locale.ROOT, "%.0f", value) : Html.reading(value);
    }

    private static String facts(String title, Map<String, String> facts) {
        if (facts.isEmpty()) {
            return "";
        }
        String rows =
                facts.entrySet().stream()
                        .map(
                                entry ->
                                        "<div><dt>%s</dt><dd>%s</dd></div>"
                                                .formatted(
                                                        Html.escape(entry.getKey()),
                                                        Html.name(entry.getValue())))
                        .collect(Collectors.joining());
        return section(title, "<dl class=\"facts\">" + rows + "</dl>");
    }

    private static String section(String title, String content) {
        return "<section><h2>%s</h2>%s</section>".formatted(title, content);
    }

    private static String style() {
        try (InputStream css = HtmlReport.class.getResourceAsStream("report.css")) {
            byte[] bytes = Objects.requireNonNull(css, "report.css is missing").readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

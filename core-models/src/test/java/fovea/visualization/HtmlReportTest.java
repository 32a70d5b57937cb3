package fovea.visualization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.evaluation.ClassTable;
import fovea.evaluation.ConfusionMatrix;
import fovea.evaluation.Direction;
import fovea.evaluation.Evaluation;
import fovea.evaluation.Metric;
import fovea.evaluation.WorstMistakes;
import fovea.image.ImageFile;
import fovea.image.ImageSource;
import fovea.image.PixelImage;
import fovea.image.PngEncoder;
import fovea.sample.ClassList;
import fovea.sample.ClassScores;
import fovea.sample.ImageLabel;
import fovea.sample.Sample;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

class HtmlReportTest {
    private static final Metric TOP1 = new Metric("accuracy/top1", Direction.HIGHER_IS_BETTER, "%");
    private static final String EVIL = "<script>alert('\"&\u0000</script>\" onerror=\"x";
    private static final PixelImage PICTURE = new PixelImage(2, 2, 1, new byte[] {0, 50, 100, 127});

    @TempDir private Path folder;

    @Test
    void showsNumbersCurvesClassesMistakesAndEnvironment() throws Exception {
        Element page = page(report("fashion", List.of("coat", "shirt"), PICTURE));

        assertEquals("fashion", text(page, "h1"));
        assertTrue(page.getTextContent().contains("75.0 %"), "the headline's numbers");
        assertTrue(page.getTextContent().contains("75.00 %"), "the evaluation's values");
        assertEquals(2, elements(page, "svg").stream().filter(e -> e.hasAttribute("role")).count());
        assertEquals(4, byClass(page, "right").size() + byClass(page, "wrong").size());
        assertTrue(page.getTextContent().contains("Confused most"));
        assertEquals(1, elements(page, "figure").size());
        assertTrue(page.getTextContent().contains("Linux"));
    }

    @Test
    void theRawCurveStaysBehindTheSmoothedOneAndShortCurvesAreDotted() throws Exception {
        Element page = page(report("fashion", List.of("coat", "shirt"), PICTURE));

        assertEquals(1, byClass(page, "raw").size());
        assertEquals(3, byClass(page, "line").size());
        assertEquals(2 + 2, byClass(page, "dot").size());
        assertTrue(page.getTextContent().contains("validation"));
    }

    @Test
    void picturesAreInsideTheFile() throws Exception {
        Element image =
                elements(page(report("x", List.of("coat", "shirt"), PICTURE)), "img").getFirst();

        assertEquals(
                "data:image/png;base64,"
                        + Base64.getEncoder().encodeToString(PngEncoder.encode(PICTURE)),
                image.getAttribute("src"));
        assertEquals("small", image.getAttribute("class"));
    }

    @Test
    void asksForNothingFromOutside() {
        String html = HtmlReport.html(report("x", List.of("coat", "shirt"), PICTURE));

        assertTrue(html.contains("default-src 'none'"));
        assertTrue(html.contains("prefers-color-scheme: dark"));
        for (String outside : List.of("http:", "https:", "<script", "<link", "@import", "url(")) {
            assertFalse(html.contains(outside), outside);
        }
    }

    @Test
    void hostileNamesStayText() throws Exception {
        ReportData data = report(EVIL, List.of(EVIL, "shirt"), PICTURE);
        Element page = page(data);

        assertEquals(EVIL.replace('\u0000', '\uFFFD'), text(page, "h1"));
        assertFalse(HtmlReport.html(data).contains("<script"));
        Set<String> attributes = new TreeSet<>();
        for (Element element : elements(page, "*")) {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                attributes.add(element.getAttributes().item(i).getNodeName());
            }
        }
        assertTrue(
                attributes.stream().noneMatch(name -> name.startsWith("on")), attributes::toString);
    }

    @Test
    void aPictureThatCannotBeReadIsLeftBlank() throws Exception {
        ImageSource gone = new ImageFile(folder.resolve("gone.png"));
        Element page = page(report("x", List.of("coat", "shirt"), gone));

        assertEquals(List.of(), elements(page, "img"));
        assertEquals(1, byClass(page, "blank").size());
    }

    @Test
    void manyClassesAreDrawnInsteadOfWritten() throws Exception {
        List<String> names = IntStream.range(0, 60).mapToObj(i -> "class " + i).toList();
        Element page = page(report("x", names, PICTURE));

        assertEquals(List.of(), byClass(page, "corner"));
        assertTrue(elements(page, "rect").size() >= 4);
    }

    @Test
    void aRunWithoutAnyResultStillHasAReport() throws Exception {
        ReportData data =
                new ReportData(
                        new ReportData.Headline("empty", "failed", Map.of()),
                        List.of(new Chart("Loss", "epoch", 0.9, List.of())),
                        new Evaluation(Map.of(), TOP1, Optional.empty()),
                        new ClassList(List.of("coat")),
                        List.of(),
                        Map.of());

        assertTrue(page(data).getTextContent().contains("no values"));
    }

    @Test
    void replacesAnOlderFileAndLeavesNothingElse() throws IOException {
        Path file = folder.resolve("report.html");
        Files.writeString(file, "old");

        HtmlReport.write(report("x", List.of("coat", "shirt"), PICTURE), file);

        assertTrue(Files.readString(file).startsWith("<!doctype html>"));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
        assertThrows(
                IOException.class,
                () ->
                        HtmlReport.write(
                                report("x", List.of("coat", "shirt"), PICTURE),
                                folder.resolve("missing").resolve("report.html")));
    }

    /// A run of which class 0 is right thrice and taken for class 1 once.
    private static ReportData report(String name, List<String> names, ImageSource picture) {
        ClassList classes = new ClassList(names);
        int[][] counts = new int[names.size()][names.size()];
        counts[0][0] = 3;
        counts[0][1] = 1;
        counts[1][1] = 2;
        counts[1][0] = 1;
        Metric precision =
                new Metric("single-label/precision_classwise", Direction.HIGHER_IS_BETTER, "%");
        ClassTable table =
                new ClassTable(classes, Map.of(precision, Collections.nCopies(names.size(), 50.0)));
        Evaluation evaluation =
                new Evaluation(
                        Map.of(TOP1, 75.0),
                        TOP1,
                        Optional.of(ConfusionMatrix.of(counts)),
                        Optional.of(table));
        Sample wrong =
                Sample.of(name + ".png", picture, ImageLabel.of(0))
                        .withPredictions(List.of(new ClassScores(List.of(0.2f, 0.8f))));
        return new ReportData(
                new ReportData.Headline(name, "completed", Map.of("top-1", "75.0 %")),
                List.of(
                        new Chart(
                                "Loss",
                                "epoch",
                                0.9,
                                List.of(curve("train", 500), curve("validation", 2))),
                        new Chart("Accuracy", "epoch", 0, List.of(curve(name, 2)))),
                evaluation,
                classes,
                WorstMistakes.of(List.of(wrong), 5),
                Map.of("system", "Linux"));
    }

    private static Curve curve(String name, int points) {
        return new Curve(
                name,
                IntStream.range(0, points)
                        .mapToObj(i -> new Curve.Point(i, 1.0 / (1 + i)))
                        .toList());
    }

    /// The page's content, which is well-formed XML.
    private static Element page(ReportData data) throws Exception {
        String html = HtmlReport.html(data);
        String content =
                html.substring(
                        html.indexOf("<main>"), html.indexOf("</main>") + "</main>".length());
        Document document =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(content)));
        return document.getDocumentElement();
    }

    private static List<Element> elements(Element root, String tag) {
        NodeList found = root.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .toList();
    }

    private static List<Element> byClass(Element root, String name) {
        return elements(root, "*").stream()
                .filter(e -> List.of(e.getAttribute("class").split(" ")).contains(name))
                .toList();
    }

    private static String text(Element root, String tag) {
        return elements(root, tag).getFirst().getTextContent();
    }
}

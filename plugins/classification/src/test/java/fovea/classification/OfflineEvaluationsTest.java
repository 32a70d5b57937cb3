package fovea.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.evaluation.Evaluation;
import fovea.evaluation.Metric;
import fovea.problem.InvalidInputException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

class OfflineEvaluationsTest {
    private static final double EXACT = 1e-9;

    @TempDir private Path folder;

    @Test
    void accuracyAgreesWithScikitLearnWhateverTheOrderOfTheRows() throws IOException {
        Evaluation evaluation =
                evaluate("accuracy", ReferenceData.singleLabel(), Map.of("topk", "1,2, 5"));

        assertEquals(
                List.of("accuracy/top1", "accuracy/top2", "accuracy/top5"),
                evaluation.values().keySet().stream().map(Metric::key).toList());
        assertEquals(45, evaluation.value("accuracy/top1"), EXACT);
        assertEquals(61.66666666666667, evaluation.value("accuracy/top2"), EXACT);
        assertEquals(96.66666666666667, evaluation.value("accuracy/top5"), EXACT);
    }

    @Test
    void singleLabelAgreesWithScikitLearn() throws IOException {
        Evaluation all = evaluate("single-label", ReferenceData.singleLabel(), Map.of());
        Evaluation micro =
                evaluate("single-label", ReferenceData.singleLabel(), Map.of("average", "micro"));

        assertEquals(39.1920863988, all.value("single-label/f1-score"), EXACT);
        assertEquals(45, all.value("single-label/f1-score_micro"), EXACT);
        assertTrue(all.confusion().isPresent());
        assertEquals(
                List.of(
                        "single-label/precision_micro",
                        "single-label/recall_micro",
                        "single-label/f1-score_micro",
                        "single-label/support_micro"),
                micro.values().keySet().stream().map(Metric::key).toList());
        assertEquals(45, micro.value(micro.primary()), EXACT);
    }

    @Test
    void multiLabelAgreesWithScikitLearnAtAThresholdAndForTheBest() throws IOException {
        ReferenceData data = ReferenceData.multiLabel();
        Evaluation usual = evaluate("multi-label", data, Map.of());
        Evaluation strict = evaluate("multi-label", data, Map.of("threshold", "0.7"));
        Evaluation best = evaluate("multi-label", data, Map.of("topk", "2", "average", "macro"));

        assertEquals(36.63666150309649, usual.value("multi-label/mAP"), EXACT);
        assertEquals(37.6800334169, usual.value("multi-label/f1-score"), EXACT);
        assertEquals(33.5194535195, strict.value("multi-label/f1-score_thr-0.70"), EXACT);
        assertEquals(37.5, strict.value("multi-label/f1-score_thr-0.70_micro"), EXACT);
        assertEquals(31.7309331759, best.value("multi-label/precision_top2"), EXACT);
        assertEquals(38.2712550607, best.value("multi-label/recall_top2"), EXACT);
        assertTrue(Double.isNaN(best.value("multi-label/f1-score_top2_micro")));
    }

    @Test
    void classwiseLeavesTheValuesToTheTable() throws IOException {
        Evaluation evaluation =
                evaluate(
                        "single-label",
                        ReferenceData.singleLabel(),
                        Map.of("average", "classwise"));

        assertEquals(Map.of(), evaluation.values());
        assertEquals(
                56.0,
                evaluation
                        .perClass()
                        .orElseThrow()
                        .column("single-label/f1-score_classwise")
                        .get(0),
                EXACT);
    }

    @Test
    void aColumnWithTheTruthAsRunsWriteItIsSkipped() throws IOException {
        Path truth = write("truth.csv", "image,label\na.png,cat\nb.png,dog\n");
        Path predictions =
                write(
                        "predictions.csv",
                        "image,label,cat,dog\na.png,cat,0.9,0.1\nb.png,dog,0.8,0.2\n");
        Evaluation evaluation =
                Objects.requireNonNull(OfflineEvaluations.all().get("accuracy"))
                        .evaluate(truth, predictions, Map.of());
        assertEquals(50, evaluation.value("accuracy/top1"), EXACT);
    }

    @Test
    void filesFromSpreadsheetsAreRead() throws IOException {
        Path truth =
                write(
                        "truth.csv",
                        "\uFEFFimage,label\r\n\"a, b.png\",\"say \"\"hi\"\"\"\r\n\r\nc.png,no\r\n");
        Path predictions =
                write(
                        "predictions.csv",
                        "\uFEFF\"image\",\"say \"\"hi\"\"\",no\r\n"
                                + "c.png, 1e-1 ,.9\r\n\"a, b.png\",1,+0.5");

        Evaluation evaluation = run("accuracy", truth, predictions, Map.of());

        assertEquals(100, evaluation.value("accuracy/top1"));
    }

    @Test
    void anImageMayShowNothingWithSeveralLabels() throws IOException {
        Path truth = write("truth.csv", "image,label\na,x; y\nb,\n");
        Path predictions = write("predictions.csv", "image,x,y\na,0.9,0.8\nb,0.1,0.2\n");

        Evaluation evaluation = run("multi-label", truth, predictions, Map.of());

        assertEquals(100, evaluation.value("multi-label/mAP"));
        assertEquals(2, evaluation.value("multi-label/support"));
    }

    @Test
    void aScoreAtTheThresholdCountsWithSeveralLabelsButNotWithOne() throws IOException {
        Path truth = write("truth.csv", "image,label\na,x\n");
        Path predictions = write("predictions.csv", "image,x,y\na,0.7,0.1\n");
        Map<String, String> threshold = Map.of("threshold", "0.7");

        assertEquals(0, run("accuracy", truth, predictions, threshold).value("accuracy/top1"));
        assertEquals(
                100,
                run("multi-label", truth, predictions, threshold)
                        .value("multi-label/recall_thr-0.70_micro"));
    }

    @Test
    void rawOutputsAreRefusedUnlessThereIsNoThreshold() throws IOException {
        Path truth = write("truth.csv", "image,label\na,x\n");
        Path predictions = write("predictions.csv", "image,x,y\na,-1,-2\n");

        assertEquals(
                List.of("predictions.csv:2"), places("accuracy", truth, predictions, Map.of()));
        assertEquals(
                100,
                run("accuracy", truth, predictions, Map.of("threshold", "none"))
                        .value("accuracy/top1"));
    }

    @Test
    void everythingWrongIsToldAtOnceWithFileAndLine() throws IOException {
        Path truth =
                write(
                        "truth.csv",
                        """
                        image,label
                        a,x
                        a,y
                        b,z
                        c
                        d,x;y
                        e,
                        ,x
                        lonely,x
                        """);
        Path predictions =
                write(
                        "predictions.csv",
                        """
                        image,x,y
                        a,0.5,NaN
                        b,0.5,0.5
                        c,0.5,much
                        d,1,0
                        e,1e999,0
                        stranger,1,0
                        a,0,1
                        f,1
                        ,0,0
                        """);

        assertEquals(
                List.of(
                        "truth.csv:3",
                        "truth.csv:4",
                        "truth.csv:5",
                        "truth.csv:6",
                        "truth.csv:7",
                        "truth.csv:8",
                        "predictions.csv:2",
                        "predictions.csv:4",
                        "predictions.csv:6",
                        "predictions.csv:7",
                        "predictions.csv:8",
                        "predictions.csv:9",
                        "predictions.csv:9",
                        "predictions.csv:10",
                        "truth.csv:9"),
                places("single-label", truth, predictions, Map.of()));
    }

    @Test
    void afterTwentyProblemsOnlyTheirNumberIsTold() throws IOException {
        Path truth = write("truth.csv", "image,label\na,x\n");
        String strangers =
                java.util.stream.IntStream.range(0, 30)
                        .mapToObj(i -> "s" + i + ",1\n")
                        .collect(Collectors.joining());
        Path predictions = write("predictions.csv", "image,x\na,1\n" + strangers);

        InvalidInputException refusal = refusal("accuracy", truth, predictions, Map.of());

        assertEquals(21, refusal.problems().size());
        assertEquals("10 more problems", refusal.problems().getLast().cause());
    }

    @Test
    void filesWithoutUsableHeaderOrRowsAreRefused() throws IOException {
        Path truth = write("truth.csv", "image,label\na,x\n");
        Path predictions = write("predictions.csv", "image,x\na,1\n");
        List<String> headers = List.of("", "image", "image\na,1", "name,x", "image,x,x", "image,");

        for (String header : headers) {
            Path broken = write("broken.csv", header);
            assertEquals(
                    "broken.csv:1",
                    places("accuracy", truth, broken, Map.of()).getFirst(),
                    () -> "header: " + header);
        }
        for (String header : List.of("", "image,label", "label,image\nx,a", "a,x")) {
            Path broken = write("broken.csv", header);
            assertEquals(
                    "broken.csv:1",
                    places("accuracy", broken, predictions, Map.of()).getFirst(),
                    () -> "header: " + header);
        }
    }

    @Test
    void filesThatAreNotTextOrNotThereAreRefused() throws IOException {
        Path truth = write("truth.csv", "image,label\na,x\n");
        Path open = write("open.csv", "image,x\na,\"1\n");
        Path trailing = write("trailing.csv", "image,x\na,\"1\"2\n");
        Path binary = folder.resolve("binary.csv");
        Files.write(binary, new byte[] {'i', 'm', (byte) 0xFF, (byte) 0xFE, 0});

        assertEquals(List.of("open.csv:2"), places("accuracy", truth, open, Map.of()));
        assertEquals(List.of("trailing.csv:2"), places("accuracy", truth, trailing, Map.of()));
        assertEquals(List.of("binary.csv:1"), places("accuracy", truth, binary, Map.of()));
        assertEquals(
                List.of("missing.csv"),
                places("accuracy", truth, folder.resolve("missing.csv"), Map.of()));
    }

    @Test
    void whatWasFoundBeforeABrokenPlaceIsToldToo() throws IOException {
        Path truth = write("truth.csv", "image,label\na,x\nb,y\n");
        Path predictions = write("predictions.csv", "image,x\na,?\nb,\"1\n");

        assertEquals(
                List.of("truth.csv:3", "predictions.csv:2", "predictions.csv:3"),
                places("accuracy", truth, predictions, Map.of()));
    }

    @Test
    void optionsAreChecked() throws IOException {
        Path truth = write("truth.csv", "image,label\na,x\n");
        Path predictions = write("predictions.csv", "image,x,y\na,1,0\n");
        List<Map<String, String>> wrong =
                List.of(
                        Map.of("topk", "3"),
                        Map.of("topk", "0"),
                        Map.of("topk", "one"),
                        Map.of("topk", "1,"),
                        Map.of("threshold", "high"),
                        Map.of("threshold", "NaN"),
                        Map.of("average", "macro"),
                        Map.of("tresh", "1"));

        for (Map<String, String> options : wrong) {
            assertEquals(
                    List.of("option " + options.keySet().iterator().next()),
                    places("accuracy", truth, predictions, options),
                    options::toString);
        }
        assertEquals(
                List.of("option average"),
                places("single-label", truth, predictions, Map.of("average", "weighted")));
        assertEquals(
                List.of("options topk and threshold"),
                places("multi-label", truth, predictions, Map.of("topk", "1", "threshold", "0.5")));
        assertEquals(
                List.of("option topk"),
                places("multi-label", truth, predictions, Map.of("topk", "1,2")));
    }

    private Evaluation evaluate(String metric, ReferenceData data, Map<String, String> options)
            throws IOException {
        List<String> truth = new ArrayList<>();
        List<String> predictions = new ArrayList<>();
        for (int i = 0; i < data.scores().size(); i++) {
            String name = "images/" + i + ".png";
            truth.add(
                    name
                            + ","
                            + data.labels().get(i).stream()
                                    .map(data.classes()::name)
                                    .collect(Collectors.joining(";")));
            predictions.add(
                    name
                            + ","
                            + data.scores().get(i).stream()
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(",")));
        }
        Collections.reverse(predictions);
        String header = "image," + String.join(",", data.classes().names());
        return run(
                metric,
                write("truth.csv", "image,label\n" + String.join("\n", truth)),
                write("predictions.csv", header + "\n" + String.join("\n", predictions)),
                options);
    }

    private static Evaluation run(
            String metric, Path truth, Path predictions, Map<String, String> options) {
        return java.util.Objects.requireNonNull(OfflineEvaluations.all().get(metric))
                .evaluate(truth, predictions, options);
    }

    private static InvalidInputException refusal(
            String metric, Path truth, Path predictions, Map<String, String> options) {
        return assertThrows(
                InvalidInputException.class, () -> run(metric, truth, predictions, options));
    }

    /// Where the problems are, files without their folder.
    private List<String> places(
            String metric, Path truth, Path predictions, Map<String, String> options) {
        return refusal(metric, truth, predictions, options).problems().stream()
                .map(problem -> problem.place().replace(folder + java.io.File.separator, ""))
                .toList();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}

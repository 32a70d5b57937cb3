package fovea.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;

class ReaderProblemsTest {
    private static final String SGD = "known: lr, momentum, nesterov, weightDecay";

    @Test
    void unknownKeyIsToldWithTheNearestKnownOne() {
        for (String key : List.of("learning-rate", "learning_rate", "LR", "Ir", "learningRate")) {
            assertEquals(
                    List.of(
                            "small.yaml:13: optimizer: unknown key '"
                                    + key
                                    + "'; did you mean 'lr'? "
                                    + SGD),
                    Fixtures.problems("  lr:", "  " + key + ":"));
        }
    }

    @Test
    void unknownKeyLikeNothingIsToldWithAllKnownOnes() {
        assertEquals(
                List.of("small.yaml:13: optimizer: unknown key 'colour'; " + SGD),
                Fixtures.problems("  lr:", "  colour:"));
    }

    @Test
    void keysInOtherSpellingAreRecognised() {
        assertEquals(
                List.of(
                        "small.yaml:13: optimizer: unknown key 'weight-decay';"
                                + " did you mean 'weightDecay'? "
                                + SGD),
                Fixtures.problems("  lr:", "  weight-decay:"));
    }

    @Test
    void keyOfAPartIsToldWithItsPath() {
        List<String> problems = Fixtures.problems("optimizer:", "epochs: 3\noptimizer:");
        assertEquals(1, problems.size());
        assertTrue(
                problems.getFirst()
                        .startsWith(
                                "small.yaml:11: unknown key 'epochs';"
                                        + " did you mean 'training.epochs'? known: name, seed"),
                problems.getFirst());
    }

    @Test
    void misspeltRequiredKeyIsNotToldAsMissingToo() {
        assertEquals(1, Fixtures.problems("  source:", "  sorce:").size());
    }

    @Test
    void missingFieldIsToldAtItsRecordWithItsHelp() {
        assertEquals(
                List.of(
                        "small.yaml:3: data: 'source' is missing;"
                                + " add it: Folder or file, relative to the experiment file or"
                                + " absolute"),
                Fixtures.problems("  source: ../data/small\n", ""));
    }

    @Test
    void unknownComponentIsToldWithTheNearestKnownOne() {
        assertEquals(
                List.of(
                        "small.yaml:12: optimizer: unknown optimizer 'adamW';"
                                + " did you mean 'adamw'? known: sgd, adam, adamw, rmsprop"),
                Fixtures.problems("type: sgd", "type: adamW"));
        assertTrue(
                Fixtures.problems("- random-flip", "- horizontal-flip")
                        .getFirst()
                        .startsWith(
                                "small.yaml:7: data.augment.1: unknown transform 'horizontal-flip';"
                                        + " did you mean 'random-flip'? known: resize"));
    }

    @Test
    void componentWithoutTypeIsTold() {
        assertEquals(
                List.of(
                        "small.yaml:12: optimizer: nothing says which optimizer this is;"
                                + " add type: NAME; known: sgd, adam, adamw, rmsprop"),
                Fixtures.problems("  type: sgd\n", ""));
    }

    @Test
    void valueOfAnotherTypeIsTold() {
        assertEquals(
                List.of(
                        "small.yaml:13: optimizer.lr: 'fast' is not a number;"
                                + " write it as 0.1 or 1e-3, unquoted"),
                Fixtures.problems("lr: 0.1", "lr: fast"));
        assertEquals(
                List.of(
                        "small.yaml:10: model.backbone.depth: '20.5' is not a whole number;"
                                + " write digits, without quotes"),
                Fixtures.problems("depth: 20", "depth: 20.5"));
        assertEquals(
                List.of(
                        "small.yaml:13: optimizer.nesterov: 'yes' is not a yes or no;"
                                + " write true or false"),
                Fixtures.problems("lr: 0.1", "nesterov: yes"));
    }

    @Test
    void numbersThatAreNoneAreRefused() {
        for (String value :
                List.of(".nan", ".inf", "NaN", "0x10", "1_000", "\"0.1\"", "1e", "[1]")) {
            assertEquals(1, Fixtures.problems("lr: 0.1", "lr: " + value).size(), value);
        }
    }

    @Test
    void valueOutOfRangeIsToldWithTheRange() {
        assertEquals(
                List.of("small.yaml:13: optimizer.lr: '-1' is out of range; give 0 to 1000"),
                Fixtures.problems("lr: 0.1", "lr: -1"));
        assertEquals(
                List.of("small.yaml:13: optimizer.lr: '1e999' is out of range; give 0 to 1000"),
                Fixtures.problems("lr: 0.1", "lr: 1e999"));
        assertEquals(
                List.of("small.yaml:4: data.input.width: '99999' is out of range; give 1 to 8192"),
                Fixtures.problems("width: 28}\n  augment", "width: 99999}\n  augment"));
    }

    @Test
    void numbersTooLargeForTheirTypeAreOutOfRange() {
        assertEquals(
                List.of(
                        "shape:1: count: '99999999999' is out of range; give -5 to 10",
                        "shape:1: large: '99999999999999999999' is too large; give a smaller"
                                + " number",
                        "shape:1: numbers.1: '12' is out of range; give at most 9",
                        "shape:1: table.0.0: '2147483648' is too large; give a smaller number"),
                shapeProblems(
                        "{type: everything, count: 99999999999, large: 99999999999999999999,"
                                + " numbers: [9, 12], table: [[2147483648]]}"));
    }

    @Test
    void unknownChoiceIsToldWithTheNearestKnownOne() {
        assertEquals(
                List.of(
                        "shape:1: colour: 'DARK_RED' is no choice;"
                                + " did you mean 'dark-red'? known: dark-red, blue"),
                shapeProblems("{type: everything, colour: DARK_RED}"));
    }

    @Test
    void whatARecordRefusesIsToldAtTheRecord() {
        assertEquals(
                List.of("small.yaml:12: optimizer: nesterov needs a momentum above 0"),
                Fixtures.problems("lr: 0.1", "momentum: 0\n  nesterov: true"));
        assertEquals(
                List.of("shape:4: shapes.1: the hole is larger than the disc"),
                shapeProblems(
                        """
                        type: everything
                        shapes:
                          - dot
                          - type: disc
                            radius: 1
                            hole: 2
                        """));
    }

    @Test
    void mapOrListInPlaceOfAValueIsTold() {
        assertEquals(
                List.of(
                        "shape:1: title: a map is not text; write text, in quotes if it is unusual",
                        "shape:1: numbers: this is not a list; write [a, b], or - before each line",
                        "shape:1: point: this must be a map of fields; fields: x, y, nothing"),
                shapeProblems("{type: everything, title: {a: b}, numbers: 3, point: 3}"));
        assertEquals(1, shapeProblems("[dot]").size());
        assertEquals(1, shapeProblems("just text").size());
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        String text =
                """
                nam: small
                data:
                  source: ../data/small
                  holdOut: 2
                  input: {channels: 2, height: 28, width: 28}
                model: {type: image-classifier, backbone: resnt}
                optimizer: {type: sgd, lr: x}
                """;
        List<String> problems =
                Fixtures.problems(
                        () ->
                                ExperimentReader.read(
                                        text,
                                        "e.yaml",
                                        List.of("training.epochs=0"),
                                        Fixtures.catalog()));
        assertEquals(
                List.of(
                        "e.yaml:1",
                        "e.yaml:4",
                        "e.yaml:5",
                        "e.yaml:6",
                        "e.yaml:7",
                        "--set training.epochs"),
                problems.stream().map(p -> p.substring(0, p.indexOf(": "))).toList());
    }

    private static List<String> shapeProblems(String text) {
        return Fixtures.problems(
                () -> ExperimentReader.component(Shape.class, text, "shape", Fixtures.catalog()));
    }
}

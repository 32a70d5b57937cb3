package fovea.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fovea.image.PixelImage;
import fovea.sample.ClassScores;
import fovea.sample.ImageLabel;
import fovea.sample.Labelling;
import fovea.sample.Sample;

import org.junit.jupiter.api.Test;

import java.util.List;

class WorstMistakesTest {
    @Test
    void ranksWrongSamplesByTheLossOfTheirTrueClass() {
        List<Sample> samples =
                List.of(
                        sample("right", List.of(0), 0.9f, 0.1f, 0f),
                        sample("unsure", List.of(0), 0.4f, 0.6f, 0f),
                        sample("sure", List.of(2), 0.9f, 0.09f, 0.01f),
                        sample("impossible", List.of(2), 1f, 0f, 0f));

        List<Mistake> worst = WorstMistakes.of(samples, 10);

        assertEquals(List.of("impossible", "sure", "unsure"), ids(worst));
        assertEquals(-Math.log(0.4), worst.getLast().loss(), 1e-6);
    }

    @Test
    void keepsAtMostAsManyAsAskedForAndOrdersEqualLossesById() {
        List<Sample> samples =
                List.of(
                        sample("b", List.of(0), 0f, 1f),
                        sample("c", List.of(0), 0f, 1f),
                        sample("a", List.of(0), 0f, 1f));

        assertEquals(List.of("a", "b"), ids(WorstMistakes.of(samples, 2)));
    }

    @Test
    void leavesOutSamplesWithoutLabelOrPrediction() {
        Sample unlabelled =
                Sample.of("unlabelled", pixel())
                        .withPredictions(List.of(new ClassScores(List.of(0f, 1f))));
        Sample unseen = Sample.of("unseen", pixel(), ImageLabel.of(0));

        assertEquals(List.of(), WorstMistakes.of(List.of(unlabelled, unseen), 10));
    }

    @Test
    void ofSeveralLabelsIsWrongIfAnyScoreLiesOnTheWrongSide() {
        List<Sample> samples =
                List.of(
                        sample("right", List.of(0, 1), 0.9f, 0.5f),
                        sample("missed", List.of(0, 1), 0.9f, 0.4f),
                        sample("imagined", List.of(), 0.1f, 0.99f));

        List<Mistake> worst = WorstMistakes.of(samples, Labelling.MULTI_LABEL, 10);

        assertEquals(List.of("imagined", "missed"), ids(worst));
        assertEquals(List.of(1), worst.getFirst().predicted());
        assertEquals(List.of(0), worst.getLast().predicted());
        assertEquals((-Math.log(0.9) - Math.log(0.4)) / 2, worst.getLast().loss(), 1e-6);
    }

    @Test
    void namesTheBestClassesOfAMistakeBestFirst() {
        Mistake mistake =
                WorstMistakes.of(List.of(sample("x", List.of(0), 0.1f, 0.2f, 0.5f, 0.2f)), 1)
                        .getFirst();

        assertEquals(List.of(2, 1, 3), mistake.top(3));
        assertEquals(List.of(2, 1, 3, 0), mistake.top(9));
    }

    private static List<String> ids(List<Mistake> mistakes) {
        return mistakes.stream().map(mistake -> mistake.sample().id()).toList();
    }

    private static Sample sample(String id, List<Integer> labels, Float... scores) {
        return Sample.of(id, pixel(), new ImageLabel(labels))
                .withPredictions(List.of(new ClassScores(List.of(scores))));
    }

    private static PixelImage pixel() {
        return new PixelImage(1, 1, 1, new byte[1]);
    }
}

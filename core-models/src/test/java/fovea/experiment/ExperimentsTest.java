package fovea.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fovea.optimization.Cosine;
import fovea.optimization.Optimizer;
import fovea.optimization.Schedule;
import fovea.tensor.InputSpec;
import fovea.transform.RandomFlip;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class ExperimentsTest {
    private final Catalog catalog = Fixtures.catalog();
    private final Experiment experiment = Fixtures.experiment();

    @Test
    void withChangesOneFieldAndNothingElse() {
        Experiment changed = Experiments.with(experiment, "optimizer.lr", "0.01", catalog);
        assertEquals(new Optimizer.Sgd(0.01, 0.9, false, 1e-4), changed.optimizer());
        assertEquals(experiment, Experiments.with(changed, "optimizer.lr", "0.1", catalog));
    }

    @Test
    void withTakesTextsAsTheyAre() {
        String odd = " \"a\": [b] # c\n";
        assertEquals(
                odd, Experiments.with(experiment, "data.source", odd, catalog).data().source());
    }

    @Test
    void withANewTypeStartsFromItsDefaults() {
        Experiment changed = Experiments.with(experiment, "optimizer.type", "adamw", catalog);
        assertEquals(new Optimizer.AdamW(0.001, 0.9, 0.999, 1e-8, 0.05), changed.optimizer());
    }

    @Test
    void withChangesEntriesOfLists() {
        Experiment changed =
                Experiments.with(experiment, "data.augment.1.horizontal", "0.25", catalog);
        assertEquals(new RandomFlip(0.25, 0), changed.data().augment().get(1));
    }

    @Test
    void withTellsProblemsByPath() {
        assertEquals(
                List.of("optimizer.lr: 'fast' is not a number; write it as 0.1 or 1e-3, unquoted"),
                problems("optimizer.lr", "fast"));
        assertEquals(
                List.of("optimizer.lr: '-3' is out of range; give 0 to 1000"),
                problems("optimizer.lr", "-3"));
        assertEquals(
                List.of(
                        "name: name must be letters, digits, dots and dashes, at most 64, and"
                                + " start with a letter or digit"),
                problems("name", "a b"));
        assertEquals(
                List.of(
                        "optimizer: unknown key 'lrr'; did you mean 'lr'?"
                                + " known: lr, momentum, nesterov, weightDecay"),
                problems("optimizer.lrr", "1"));
        assertEquals(1, problems("optimizer.lr", "{a").size());
    }

    @Test
    void withChangesFieldsTogetherThatOnlyFitTogether() {
        Map<String, String> toColour = new LinkedHashMap<>();
        toColour.put("data.input.channels", "3");
        toColour.put("data.input.mean", "[0.4, 0.5, 0.6]");
        Experiment colour = Experiments.with(Experiment.class, experiment, toColour, catalog);
        assertEquals(
                new InputSpec(3, 28, 28, List.of(0.4, 0.5, 0.6), List.of(0.5)),
                colour.data().input());
        assertEquals(
                List.of("data.input: mean needs 1 or 1 numbers, not 3"),
                Fixtures.problems(
                        () -> Experiments.with(colour, "data.input.channels", "1", catalog)));
    }

    @Test
    void withChangesASingleComponent() {
        Schedule changed =
                Experiments.with(
                        Schedule.class, new Cosine(0, 0, 0), Map.of("floor", "0.5"), catalog);
        assertEquals(new Cosine(0.5, 0, 0), changed);
        Schedule other =
                Experiments.with(Schedule.class, changed, Map.of("type", "constant"), catalog);
        assertEquals(new fovea.optimization.Constant(), other);
    }

    private List<String> problems(String path, String text) {
        return Fixtures.problems(() -> Experiments.with(experiment, path, text, catalog));
    }
}

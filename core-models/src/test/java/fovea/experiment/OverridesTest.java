package fovea.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.dataset.LoaderSpec;
import fovea.model.ResNet;
import fovea.optimization.Cosine;
import fovea.optimization.Optimizer;
import fovea.problem.InvalidInputException;
import fovea.transform.RandomCrop;
import fovea.transform.RandomFlip;
import fovea.transform.Transform;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class OverridesTest {
    @Test
    void setsAFieldThatTheFileGives() {
        assertEquals(0.01, Fixtures.experiment("optimizer.lr=0.01").optimizer().lr());
    }

    @Test
    void setsAFieldOfAPartThatTheFileLeavesOut() {
        Experiment experiment =
                Fixtures.experiment(
                        "schedule.floor=0.1", "data.loader.batch=8", "training.epochs=3");
        assertEquals(new Cosine(0.1, 0, 0.01), experiment.schedule());
        assertEquals(new LoaderSpec(8, 2, 4), experiment.data().loader());
        assertEquals(3, experiment.training().epochs());
    }

    @Test
    void setsAFieldOfAComponentThatTheFileNamesBarely() {
        Transform flip = Fixtures.experiment("data.augment.1.vertical=0.5").data().augment().get(1);
        assertEquals(new RandomFlip(0.5, 0.5), flip);
    }

    @Test
    void setsAWholeComponent() {
        assertEquals(
                new Optimizer.Adam(0.5, 0.9, 0.999, 1e-8, 0),
                Fixtures.experiment("optimizer={type: adam, lr: 0.5}").optimizer());
        assertEquals(
                new Optimizer.Adam(0.001, 0.9, 0.999, 1e-8, 0),
                Fixtures.experiment("optimizer=adam").optimizer());
    }

    @Test
    void newTypeStartsFromItsDefaults() {
        Experiment experiment = Fixtures.experiment("optimizer.type=adam", "optimizer.beta1=0.8");
        assertEquals(new Optimizer.Adam(0.001, 0.8, 0.999, 1e-8, 0), experiment.optimizer());
    }

    @Test
    void sameTypeKeepsItsFields() {
        assertEquals(
                Fixtures.experiment().optimizer(),
                Fixtures.experiment("optimizer.type=sgd").optimizer());
    }

    @Test
    void setsFieldsDeepInTheTree() {
        Experiment experiment =
                Fixtures.experiment("model.backbone.type=resnet", "model.backbone.depth=34");
        assertEquals(34, ((ResNet) ((PretendModel) experiment.model()).backbone()).depth());
    }

    @Test
    void setsAddsAndReplacesEntriesOfAList() {
        Experiment experiment =
                Fixtures.experiment(
                        "data.augment.0.padding=3",
                        "data.augment.2={type: random-flip, horizontal: 1}");
        assertEquals(
                List.of(new RandomCrop(28, 28, 3), new RandomFlip(0.5, 0), new RandomFlip(1, 0)),
                experiment.data().augment());
        assertEquals(List.of(), Fixtures.experiment("data.augment=[]").data().augment());
    }

    @Test
    void laterOverridesWin() {
        assertEquals(
                0.3, Fixtures.experiment("optimizer.lr=0.2", "optimizer.lr=0.3").optimizer().lr());
    }

    @Test
    void theChoiceOfAComponentComesBeforeItsFieldsInWhateverOrderTheyAreGiven() {
        Experiment experiment = Fixtures.experiment("optimizer.lr=0.5", "optimizer.type=sgd");
        assertEquals(0.5, assertInstanceOf(Optimizer.Sgd.class, experiment.optimizer()).lr());
    }

    @Test
    void aLimitOfZeroForTheGradientIsRefused() {
        assertThrows(InvalidInputException.class, () -> Fixtures.experiment("training.clipNorm=0"));
    }

    @Test
    void aRefusalByTheRecordNamesTheOverride() {
        InvalidInputException e =
                assertThrows(
                        InvalidInputException.class,
                        () ->
                                Fixtures.experiment(
                                        "model.backbone.type=cifar-resnet",
                                        "model.backbone.depth=21"));
        assertEquals("--set model.backbone.depth", e.problems().getFirst().place());
    }

    @Test
    void anEmptyTextIsRefused() {
        assertThrows(InvalidInputException.class, () -> Fixtures.experiment("data.source="));
    }

    @Test
    void setsAndUnsetsOptionalValues() {
        assertEquals(
                Optional.of(1.5),
                Fixtures.experiment("training.clipNorm=1.5").training().clipNorm());
        assertEquals(
                Optional.empty(),
                Fixtures.experiment("training.clipNorm=1.5", "training.clipNorm=none")
                        .training()
                        .clipNorm());
    }

    @Test
    void textIsTakenAsItIs() {
        String path = "C:\\data: *new* # \"one\" = {two}";
        assertEquals(path, Fixtures.experiment("data.source=" + path).data().source());
    }

    @Test
    void unknownFieldIsToldWithTheNearestKnownOne() {
        assertEquals(
                List.of(
                        "--set optimizer.lrr: optimizer: unknown key 'lrr'; did you mean 'lr'?"
                                + " known: lr, momentum, nesterov, weightDecay"),
                problems("optimizer.lrr=1"));
        assertTrue(
                problems("optimiser.lr=1")
                        .getFirst()
                        .startsWith(
                                "--set optimiser.lr: unknown key 'optimiser';"
                                        + " did you mean 'optimizer'?"));
    }

    @Test
    void wrongValueIsToldAtTheOverride() {
        assertEquals(
                List.of("--set optimizer.lr: '-1' is out of range; give 0 to 1000"),
                problems("optimizer.lr=-1"));
        assertEquals(
                List.of(
                        "--set optimizer.lr: an empty value is not a number;"
                                + " write it as 0.1 or 1e-3, unquoted"),
                problems("optimizer.lr="));
        assertTrue(
                problems("optimizer={type: sgd")
                        .getFirst()
                        .startsWith("--set optimizer: this is not YAML"));
    }

    @Test
    void unknownTypeIsToldAtTheOverride() {
        assertEquals(
                List.of(
                        "--set optimizer.type: optimizer: unknown optimizer 'sdg';"
                                + " did you mean 'sgd'? known: sgd, adam, adamw, rmsprop"),
                problems("optimizer.type=sdg"));
    }

    @Test
    void indexOutsideTheListIsTold() {
        assertEquals(
                List.of(
                        "--set data.augment.3.padding: '3' is not an index of the list, which has 2"
                                + " entries; count from 0; 2 adds an entry"),
                problems("data.augment.3.padding=1"));
        assertEquals(1, problems("data.augment.first=random-flip").size());
        assertEquals(1, problems("data.augment.-1=random-flip").size());
        assertEquals(1, problems("data.augment.99999999999=random-flip").size());
    }

    @Test
    void pathIntoASingleValueIsTold() {
        assertEquals(
                List.of(
                        "--set seed.a.b: there is nothing named 'a.b' in a single value;"
                                + " shorten the path"),
                problems("seed.a.b=1"));
    }

    @Test
    void overrideWithoutPathOrValueIsTold() {
        for (String override : List.of("optimizer.lr", "=1", "")) {
            assertEquals(
                    List.of(
                            "--set "
                                    + override
                                    + ": an override is PATH=VALUE;"
                                    + " for example --set optimizer.lr=0.01"),
                    problems(override));
        }
        assertEquals(1, problems("optimizer..lr=1").size());
        assertEquals(1, problems(".=1").size());
    }

    private static List<String> problems(String... overrides) {
        return Fixtures.problems(() -> Fixtures.experiment(overrides));
    }
}

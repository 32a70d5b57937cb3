package fovea.optimization;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.optimization.Schedule.Progress;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/// The expected rates were printed by torch.optim.lr_scheduler of PyTorch 2.15.
class SchedulesTest {
    private static final double TOLERANCE = 1e-12;

    @Test
    void constantKeepsTheOptimisersRate() {
        assertArrayEquals(
                new double[] {0.3, 0.3, 0.3, 0.3}, Schedules.curve(new Constant(), 0.3, 2, 2));
    }

    @Test
    void stepDropsAsStepLrDoes() {
        double[] expected = {0.1, 0.1, 0.1, 0.05, 0.05, 0.05, 0.025, 0.025, 0.025, 0.0125};
        assertArrayEquals(expected, perEpoch(new Step(3, 0.5), 0.1, 10), TOLERANCE);
    }

    @Test
    void multiStepDropsAsMultiStepLrDoes() {
        double[] expected = {0.1, 0.1, 0.01, 0.01, 0.01, 0.001, 0.0001, 0.0001};
        MultiStep schedule = new MultiStep(List.of(2, 5, 6), 0.1);
        assertArrayEquals(expected, perEpoch(schedule, 0.1, 8), TOLERANCE);
    }

    @Test
    void stepsDropBetweenEpochsOnly() {
        double[] curve = Schedules.curve(new Step(2, 0.5), 1, 3, 4);
        assertArrayEquals(
                new double[] {1, 1, 1, 1, 1, 1, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5}, curve, TOLERANCE);
    }

    @Test
    void milestonesMustRise() {
        IllegalArgumentException refusal =
                assertThrows(
                        IllegalArgumentException.class, () -> new MultiStep(List.of(3, 3), 0.1));
        assertEquals("milestones must rise, but 3 follows 3", refusal.getMessage());
    }

    @Test
    void cosineFallsAsCosineAnnealingLrDoes() {
        double[] expected = {
            0.1,
            0.0994459753267812,
            0.0977975432332819,
            0.0950952935884766,
            0.0914057647468726,
            0.0868198051533946,
            0.0814503363531613,
            0.0754295724882796,
            0.0689057647468726,
            0.0620395509268104,
            0.055,
            0.0479604490731896,
            0.0410942352531274,
            0.0345704275117204,
            0.0285496636468387,
            0.0231801948466054,
            0.0185942352531274,
            0.0149047064115234,
            0.0122024567667181,
            0.0105540246732188
        };
        Cosine schedule = new Cosine(0.1, 0, 0.01);
        assertArrayEquals(expected, Schedules.curve(schedule, 0.1, 4, 5), TOLERANCE);
    }

    @Test
    void cosineWarmsUpAsLinearLrInFrontOfCosineAnnealingLrDoes() {
        double[] expected = {
            0.02,
            0.056,
            0.092,
            0.128,
            0.164,
            0.2,
            0.197924022069712,
            0.191786818476047,
            0.18185661446562,
            0.168567407604092,
            0.1525,
            0.13435661446562,
            0.114930204010427,
            0.0950697959895729,
            0.07564338553438,
            0.0575,
            0.0414325923959085,
            0.02814338553438,
            0.0182131815239529,
            0.0120759779302885
        };
        Cosine schedule = new Cosine(0.05, 1.25, 0.1);
        assertArrayEquals(expected, Schedules.curve(schedule, 0.2, 4, 5), TOLERANCE);
    }

    @Test
    void cosineWithAWarmupLongerThanTheRunOnlyRises() {
        double[] curve = Schedules.curve(new Cosine(0, 4, 0), 1, 2, 2);
        assertArrayEquals(new double[] {0, 0.125, 0.25, 0.375}, curve, TOLERANCE);
    }

    @Test
    void cosineWithAWarmupAsLongAsTheRunEndsAtItsFloor() {
        Cosine schedule = new Cosine(0.25, 2, 0);
        assertEquals(0.25, schedule.factor(new Progress(4, 2, 2, 0)), TOLERANCE);
    }

    @Test
    void warmupMultipliesAsChainedLinearLrDoes() {
        double[] expected = {
            0.025, 0.04375, 0.0625, 0.08125, 0.1, 0.1, 0.01, 0.01, 0.01, 0.001, 0.001, 0.001
        };
        Warmup schedule = new Warmup(4, 0.25, new MultiStep(List.of(6, 9), 0.1));
        assertArrayEquals(expected, perEpoch(schedule, 0.1, 12), TOLERANCE);
    }

    @Test
    void warmupOfNoEpochsIsTheScheduleItself() {
        double[] bare = Schedules.curve(new OneCycle(0.3, 25, 1e4), 1, 5, 4);
        Warmup warmup = new Warmup(0, 0.01, new OneCycle(0.3, 25, 1e4));
        assertArrayEquals(bare, Schedules.curve(warmup, 1, 5, 4));
    }

    @Test
    void oneCycleRisesAndFallsAsOneCycleLrDoes() {
        double[] expected = {
            0.02,
            0.0658359213500126,
            0.185835921350013,
            0.334164078649987,
            0.454164078649987,
            0.5,
            0.493732003117544,
            0.475242316006737,
            0.445458088785525,
            0.405872826974882,
            0.35847150089565,
            0.305631010968145,
            0.250001,
            0.194370989031855,
            0.14153049910435,
            0.0941291730251185,
            0.054543911214475,
            0.0247596839932631,
            0.00626999688245628,
            2e-06
        };
        assertArrayEquals(
                expected, Schedules.curve(new OneCycle(0.3, 25, 1e4), 0.5, 4, 5), TOLERANCE);
    }

    @Test
    void oneCyclePeaksBetweenTwoStepsAsOneCycleLrDoes() {
        double[] expected = {
            0.01,
            0.0775,
            0.0989084726566536,
            0.0904603988690286,
            0.075025,
            0.0552711967402193,
            0.0346146011309714,
            0.016626926212375,
            0.00441840439075208,
            0.0001
        };
        assertArrayEquals(
                expected, Schedules.curve(new OneCycle(0.25, 10, 100), 0.1, 5, 2), TOLERANCE);
    }

    @Test
    void oneCycleIsFiniteHoweverShortTheRunAndWhereverThePeak() {
        for (double peakAt : new double[] {0, 0.01, 0.5, 1}) {
            for (int epochs = 1; epochs < 5; epochs++) {
                double[] curve = Schedules.curve(new OneCycle(peakAt, 25, 1e4), 1, 1, epochs);
                assertTrue(
                        Arrays.stream(curve).allMatch(rate -> rate > 0 && rate <= 1),
                        Arrays.toString(curve));
            }
        }
    }

    @Test
    void plateauLowersAsReduceLrOnPlateauDoes() {
        List<Double> losses =
                List.of(
                        1.0, 0.8, 0.9, 0.85, 0.8, 0.7, 0.75, 0.71, 0.72, 0.9, 0.9, 0.9, 0.9, 0.6,
                        0.65, 0.7);
        double[] expected = {
            0.1, 0.1, 0.1, 0.1, 0.1, 0.05, 0.05, 0.05, 0.05, 0.025, 0.025, 0.025, 0.02, 0.02, 0.02,
            0.02
        };
        Plateau schedule = new Plateau(0.5, 3, 0.2);
        PlateauCounter counter =
                PlateauCounter.start(
                        schedule.patience(), fovea.evaluation.Direction.LOWER_IS_BETTER);
        double[] rates = new double[losses.size()];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = 0.1 * schedule.factor(new Progress(i, 1, rates.length, counter.plateaus()));
            counter = counter.after(losses.get(i));
        }
        assertArrayEquals(expected, rates, TOLERANCE);
    }

    @Test
    void onlySchedulesThatLookAtTheMetricHaveAPatience() {
        assertEquals(OptionalInt.of(7), new Plateau(0.1, 7, 0).plateauPatience());
        assertEquals(
                OptionalInt.of(7), new Warmup(1, 0.1, new Plateau(0.1, 7, 0)).plateauPatience());
        assertEquals(OptionalInt.empty(), new Cosine(0, 0, 0).plateauPatience());
    }

    @Test
    void curveOfAHugeRunIsSpreadOverAMillionPoints() {
        double[] curve = Schedules.curve(new Cosine(0, 0, 0), 2, 1_000_000, 100_000);
        assertEquals(1_000_000, curve.length);
        assertEquals(2, curve[0]);
        assertEquals(1, curve[500_000], 1e-5);
        assertEquals(0, curve[999_999], 1e-9);
    }

    private static double[] perEpoch(Schedule schedule, double lr, int epochs) {
        return Schedules.curve(schedule, lr, 1, epochs);
    }
}

package fovea.optimization;

import fovea.component.Component;
import fovea.optimization.Schedule.Progress;

import java.util.List;

/// The schedules that come with Fovea, and what they do to a learning rate.
public final class Schedules {
    private static final int MOST_POINTS = 1_000_000;

    private Schedules() {}

    public static List<Class<? extends Component>> all() {
        return List.of(
                Constant.class,
                Step.class,
                MultiStep.class,
                Cosine.class,
                Warmup.class,
                OneCycle.class,
                Plateau.class);
    }

    /// The learning rate at each step of a run whose metric never stalls. Of a run longer than a
    /// million steps, a million of them, evenly spread from the first to the last.
    ///
    /// @param lr the optimiser's learning rate
    public static double[] curve(Schedule schedule, double lr, int stepsPerEpoch, int epochs) {
        long total = new Progress(0, stepsPerEpoch, epochs, 0).totalSteps();
        double[] rates = new double[(int) Math.min(total, MOST_POINTS)];
        for (int i = 0; i < rates.length; i++) {
            long step =
                    rates.length == total ? i : Math.round((total - 1.0) * i / (MOST_POINTS - 1));
            rates[i] = lr * schedule.factor(new Progress(step, stepsPerEpoch, epochs, 0));
        }
        return rates;
    }
}

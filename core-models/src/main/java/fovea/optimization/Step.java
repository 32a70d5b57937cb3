package fovea.optimization;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;

@Help("The learning rate drops by the same factor after every few epochs")
public record Step(
        @Help("Epochs between two drops") @Default("4") @Range(min = 1, max = 100000) int every,
        @Help("What the learning rate is multiplied by at each drop")
                @Default("0.1")
                @Range(min = 0, max = 1)
                double gamma)
        implements Schedule {
    public Step {
        if (every < 1) {
            throw new IllegalArgumentException("every must be at least 1");
        }
    }

    @Override
    public double factor(Progress progress) {
        int drops = progress.epoch() / every;
        return Math.pow(gamma, drops);
    }
}

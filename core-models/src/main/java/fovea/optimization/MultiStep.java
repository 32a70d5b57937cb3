package fovea.optimization;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;

import java.util.List;

@Help("The learning rate drops by the same factor at chosen epochs")
public record MultiStep(
        @Help(
                        "Epochs done when the learning rate drops, rising; [6, 8] drops before the"
                                + " 7th and 9th")
                @Default("[6, 8]")
                @Range(min = 0, max = 100000)
                List<Integer> milestones,
        @Help("What the learning rate is multiplied by at each drop")
                @Default("0.1")
                @Range(min = 0, max = 1)
                double gamma)
        implements Schedule {
    public MultiStep {
        milestones = List.copyOf(milestones);
        for (int i = 1; i < milestones.size(); i++) {
            if (milestones.get(i) <= milestones.get(i - 1)) {
                throw new IllegalArgumentException(
                        "milestones must rise, but %d follows %d"
                                .formatted(milestones.get(i), milestones.get(i - 1)));
            }
        }
    }

    @Override
    public double factor(Progress progress) {
        int now = progress.epoch();
        return Math.pow(gamma, (double) milestones.stream().filter(m -> m <= now).count());
    }
}

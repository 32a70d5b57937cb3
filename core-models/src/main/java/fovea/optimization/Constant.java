package fovea.optimization;

import fovea.component.Help;

@Help("The optimiser's learning rate, throughout")
public record Constant() implements Schedule {
    @Override
    public double factor(Progress progress) {
        return 1;
    }
}

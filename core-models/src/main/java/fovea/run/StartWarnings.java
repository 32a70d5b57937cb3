package fovea.run;

import fovea.problem.Problem;
import fovea.training.Hook;
import fovea.training.TrainEvent;

import java.time.Instant;
import java.util.List;

/// Says once training begins what there is to say of the weights it starts with.
record StartWarnings(List<Problem> problems, Hook hook) implements Hook {
    @Override
    public void on(TrainEvent event) {
        hook.on(event);
        if (event instanceof TrainEvent.Started started) {
            for (Problem problem : problems) {
                hook.on(
                        new TrainEvent.Warned(
                                Instant.now(),
                                started.step(),
                                problem.place(),
                                problem.cause(),
                                problem.cure()));
            }
        }
    }
}

package fovea.run;

import fovea.problem.Problem;
import fovea.training.Hook;
import fovea.training.TrainEvent;

import java.time.Instant;
import java.util.List;

/// Warns when a run goes on with another number of samples than before: it is then no longer the
/// run that was never stopped.
record DataChange(List<TrainEvent> before, String source, Hook hook) implements Hook {
    @Override
    public void on(TrainEvent event) {
        hook.on(event);
        if (event instanceof TrainEvent.Started now) {
            before.stream()
                    .filter(TrainEvent.Started.class::isInstance)
                    .map(TrainEvent.Started.class::cast)
                    .reduce((first, last) -> last)
                    .filter(then -> !count(then).equals(count(now)))
                    .ifPresent(then -> hook.on(warning(then, now)));
        }
    }

    private TrainEvent warning(TrainEvent.Started then, TrainEvent.Started now) {
        Problem problem =
                new Problem(
                        source,
                        "it has changed: %s to train and to validate on, %s before"
                                .formatted(count(now), count(then)),
                        "restore the data to go on as if never stopped, or train anew");
        return new TrainEvent.Warned(
                Instant.now(), now.step(), problem.place(), problem.cause(), problem.cure());
    }

    private static String count(TrainEvent.Started started) {
        return started.trainSamples() + " and " + started.validationSamples() + " samples";
    }
}

package fovea.app.runs;

import fovea.app.frame.Backend;
import fovea.run.EventLog;
import fovea.run.RunFolder;
import fovea.training.TrainEvent;
import fovea.training.TrainEvent.Outcome;

import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A trainer without a process: the test says what happens in the run.
final class FakeTrainer implements TrainerProcess {
    static final int STEPS_PER_EPOCH = 50;
    static final int EPOCHS = 4;

    final List<FakeRun> runs = new ArrayList<>();

    @Override
    public Child start(RunFolder run, Backend backend) {
        return begin(run, "start");
    }

    @Override
    public Child resume(RunFolder run, Backend backend) {
        return begin(run, "resume");
    }

    private Child begin(RunFolder run, String how) {
        FakeRun fake = new FakeRun(run, how);
        runs.add(fake);
        return fake;
    }

    FakeRun last() {
        return runs.getLast();
    }

    /// A run that does what it is told.
    static final class FakeRun implements Child {
        final RunFolder folder;
        final String how;
        private final Instant start = Instant.now();
        private final EventLog log;
        private volatile boolean alive = true;
        private int step;

        FakeRun(RunFolder folder, String how) {
            this.folder = folder;
            this.how = how;
            log = EventLog.append(folder.events());
        }

        FakeRun started(int fromStep) {
            step = fromStep;
            log.on(
                    new TrainEvent.Started(
                            time(),
                            step,
                            step / STEPS_PER_EPOCH + 1,
                            EPOCHS,
                            STEPS_PER_EPOCH,
                            800,
                            200,
                            List.of("cat", "dog", "fox"),
                            "cpu",
                            61_706,
                            "accuracy/top1"));
            return this;
        }

        FakeRun steps(int count) {
            for (int i = 0; i < count; i++) {
                step++;
                double loss =
                        2 * Math.exp(-step / 80.0)
                                + 0.3
                                + 0.15 * Math.sin(step * 1.7) / (1 + i % 3);
                double lr = 0.05 * (1 + Math.cos(Math.PI * step / (STEPS_PER_EPOCH * EPOCHS)));
                log.on(new TrainEvent.Stepped(time(), step, epoch(), loss, lr, 412.3, 1.0));
            }
            return this;
        }

        FakeRun validated() {
            double share = 1 - Math.exp(-step / 60.0);
            log.on(
                    new TrainEvent.Validated(
                            time(),
                            step,
                            epoch(),
                            0.5,
                            Map.of(
                                    "accuracy/top1",
                                    90 * share,
                                    "accuracy/top5",
                                    99 * share,
                                    "single-label/precision",
                                    88 * share,
                                    "single-label/recall",
                                    87 * share,
                                    "single-label/f1-score",
                                    87.4 * share,
                                    "loss",
                                    2 - 1.5 * share),
                            List.of(List.of(50, 8, 2), List.of(5, 60, 5), List.of(1, 9, 60)),
                            "",
                            true));
            return this;
        }

        void warned(String place) {
            log.on(
                    new TrainEvent.Warned(
                            time(),
                            step,
                            place,
                            "this is no image that can be read, which is told in a sentence so long"
                                    + " that it has to be wrapped",
                            "use PNG or JPEG, or take the file away from the folder"));
        }

        void finished(Outcome outcome) {
            log.on(new TrainEvent.Finished(time(), step, epoch(), outcome, 88.5, epoch(), 12.0));
            die();
        }

        void failed() {
            log.on(
                    new TrainEvent.Failed(
                            time(),
                            step,
                            epoch(),
                            "step " + step,
                            "the loss is not a number",
                            "lower the learning rate, now 0.1"));
            die();
        }

        /// As after `kill -9`: nothing is said.
        void die() {
            log.close();
            alive = false;
        }

        @Override
        public boolean alive() {
            return alive;
        }

        @Override
        public void kill() {
            die();
        }

        boolean stopRequested() {
            return Files.exists(folder.stopRequest());
        }

        private int epoch() {
            return Math.max(1, (step + STEPS_PER_EPOCH - 1) / STEPS_PER_EPOCH);
        }

        private Instant time() {
            return start.plusMillis(step * 120L);
        }
    }
}

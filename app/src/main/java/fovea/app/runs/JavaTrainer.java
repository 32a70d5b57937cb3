package fovea.app.runs;

import fovea.app.frame.Backend;
import fovea.app.process.OwnProcess;
import fovea.run.RunFolder;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/// Runs `fovea train` with the Java, the class path and the flags of this process; what it prints
/// goes to the run's log.
public final class JavaTrainer implements TrainerProcess {
    @Override
    public Child start(RunFolder run, Backend backend) throws IOException {
        String experiment = run.experiment().toString();
        return launch(run, backend, List.of(experiment, "--run", run.root().toString()));
    }

    @Override
    public Child resume(RunFolder run, Backend backend) throws IOException {
        return launch(run, backend, List.of("--resume", run.root().toString()));
    }

    private static Child launch(RunFolder run, Backend backend, List<String> words)
            throws IOException {
        Files.createDirectories(run.root());
        List<String> all = new ArrayList<>(List.of("train"));
        all.addAll(words);
        all.addAll(List.of("--engine", backend.engine(), "--device", backend.device().id()));
        Process process = OwnProcess.start(all, run.log());
        process.getOutputStream().close();
        return new Started(process);
    }

    private record Started(Process process) implements Child {
        @Override
        public boolean alive() {
            return process.isAlive();
        }

        @Override
        public void kill() {
            process.destroyForcibly();
        }
    }
}

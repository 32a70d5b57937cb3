package fovea.app.runs;

import fovea.app.process.OwnProcess;
import fovea.engine.Device;
import fovea.run.RunFolder;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/// Runs `fovea train` with the Java, the class path and the flags of this process; what it prints
/// goes to the run's log.
public final class JavaTrainer implements TrainerProcess {
    @Override
    public Child start(RunFolder run, Device device) throws IOException {
        String experiment = run.experiment().toString();
        return launch(run, device, List.of(experiment, "--run", run.root().toString()));
    }

    @Override
    public Child resume(RunFolder run, Device device) throws IOException {
        return launch(run, device, List.of("--resume", run.root().toString()));
    }

    private static Child launch(RunFolder run, Device device, List<String> words)
            throws IOException {
        Files.createDirectories(run.root());
        List<String> all = new ArrayList<>(List.of("train"));
        all.addAll(words);
        all.addAll(List.of("--device", device.id()));
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

package fovea.app.runs;

import fovea.app.frame.Backend;
import fovea.run.RunFolder;

import java.io.IOException;

/// Trains in a process of its own, so that a crash costs the run's last steps and never the window.
public interface TrainerProcess {
    /// Begins the run whose experiment lies in the folder.
    ///
    /// @throws IOException if no process can be started
    Child start(RunFolder run, Backend backend) throws IOException;

    /// Goes on with a run from its last checkpoint.
    ///
    /// @throws IOException if no process can be started
    Child resume(RunFolder run, Backend backend) throws IOException;

    /// A process that trains.
    interface Child {
        boolean alive();

        /// Ends it at once; what came after the last checkpoint is lost.
        void kill();
    }
}

package fovea.app.export;

import java.io.IOException;

/// Writes a run's best net into a file, checked before.
public interface Exporter {
    /// Blocks until it is done.
    ///
    /// @throws IOException with the reason if nothing was written
    ExportReport export(ExportRequest request) throws IOException, InterruptedException;
}

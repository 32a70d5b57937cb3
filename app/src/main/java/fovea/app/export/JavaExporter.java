package fovea.app.export;

import fovea.app.process.ChildProcess;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// Exports in a process of its own, so that engines are not loaded into the window.
public final class JavaExporter implements Exporter {
    @Override
    public ExportReport export(ExportRequest request) throws IOException, InterruptedException {
        List<String> words =
                List.of(
                        "export",
                        request.run().toString(),
                        "--out",
                        request.file().toString(),
                        "--precision",
                        request.precision().name().toLowerCase(Locale.ROOT),
                        "--engine",
                        request.backend().engine());
        return ChildProcess.ask(words, ExportReport.class);
    }
}

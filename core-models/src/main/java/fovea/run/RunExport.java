package fovea.run;

import fovea.checkpoint.AtomicFile;
import fovea.dataset.Dataset;
import fovea.deployment.ExportCheck;
import fovea.deployment.ModelBundle;
import fovea.deployment.ModelFile;
import fovea.engine.Device;
import fovea.engine.Engine;
import fovea.engine.EngineException;
import fovea.engine.InferenceSession;
import fovea.engine.onnx.OnnxSession;
import fovea.experiment.ExperimentWriter;
import fovea.onnx.ExportOptions;
import fovea.onnx.OnnxExport;
import fovea.onnx.OnnxFile;
import fovea.onnx.OnnxPrecision;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Exports what was trained, checked on real samples before anything is written.
///
/// @param engine runs the net before the export
/// @param precision of the exported numbers
public record RunExport(TrainedNet net, Engine engine, OnnxPrecision precision) {
    /// A checked export that is not written yet.
    public record Checked(OnnxFile model, ExportCheck check) {}

    /// Makes the model and compares it with the net.
    ///
    /// @param dataset samples with truth
    /// @param most how many of them at most
    /// @throws EngineException if an output is no number, or if it is exported in 32 bits and an
    ///   output differs by more than 1e-3
    /// @throws fovea.problem.InvalidInputException if the data or the net cannot be used
    public Checked check(Dataset dataset, int most) {
        OnnxExport export =
                OnnxExport.of(
                        net.predicting(),
                        net.weights().tensors(),
                        new ExportOptions(precision, description(), metadata()));
        OnnxFile model = OnnxFile.of(net.deployment().name(), export.bytes());
        try (InferenceSession before = engine.infer(net.predicting(), net.weights(), Device.CPU);
                InferenceSession after = OnnxSession.open(model, Device.CPU)) {
            ExportCheck check =
                    ExportCheck.of(
                            net.deployment(), new ExportCheck.Nets(before, after), dataset, most);
            if (!Double.isFinite(check.largestDifference())) {
                throw new EngineException(
                        "an output of the net exported as %s is no number, so nothing was written;"
                                        .formatted(precision.name().toLowerCase(Locale.ROOT))
                                + " the net's values are too large for this precision, or the"
                                + " training broke it: try --precision fp32, or another"
                                + " checkpoint");
            }
            if (precision == OnnxPrecision.FP32 && !check.agrees()) {
                throw new EngineException(
                        "the exported net's outputs differ from the trained one's by up to %s, more"
                                        .formatted(check.largestDifference())
                                + " than 1e-3; nothing was written; please report this fault of the"
                                + " program");
            }
            return new Checked(model, check);
        }
    }

    private String description() {
        return "%s: %s of the classes %s"
                .formatted(
                        net.deployment().name(),
                        net.graph().name(),
                        String.join(", ", net.deployment().classes()));
    }

    /// For Fovea as one property, for other programs in words.
    private Map<String, String> metadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        var input = net.deployment().input();
        metadata.put("labels", String.join("\n", net.deployment().classes()));
        metadata.put(
                "preprocessing",
                "%d×%d×%d (channels, height, width); value / 255, minus mean %s, over std %s"
                        .formatted(
                                input.channels(),
                                input.height(),
                                input.width(),
                                numbers(input.mean()),
                                numbers(input.std())));
        metadata.put(ModelFile.PROPERTY, ExperimentWriter.format(net.deployment()));
        return metadata;
    }

    private static String numbers(List<Double> values) {
        return values.stream()
                .map(value -> String.format(Locale.ROOT, "%.6g", value))
                .collect(Collectors.joining(", "));
    }

    /// Writes a checked export: as a bundle if the name ends in `.fovea`, else as ONNX.
    ///
    /// @throws fovea.checkpoint.SaveException if it cannot be written
    public void write(Checked export, Path file) {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(ModelBundle.SUFFIX)) {
            String card = ModelCard.of(net, precision, export.check());
            new ModelBundle(net.deployment(), export.model(), card).write(file);
        } else {
            AtomicFile.write(
                    file,
                    channel -> {
                        ByteBuffer bytes = ByteBuffer.wrap(export.model().bytes());
                        while (bytes.hasRemaining()) {
                            channel.write(bytes);
                        }
                    });
        }
    }
}

package fovea.deployment;

import fovea.checkpoint.AtomicFile;
import fovea.experiment.Catalog;
import fovea.experiment.ExperimentReader;
import fovea.experiment.ExperimentWriter;
import fovea.onnx.OnnxFile;
import fovea.problem.InvalidInputException;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A net to pass on, as one file `.fovea`: a zip archive of `model.onnx`, `deployment.yaml` with
/// labels, preprocessing and thresholds, and `model-card.md` for people (model cards: Mitchell et
/// al., 2019).
///
/// @param model checked, with all its weights inside
/// @param card Markdown
public record ModelBundle(Deployment deployment, OnnxFile model, String card) {
    /// How the file's name ends.
    public static final String SUFFIX = ".fovea";

    private static final String MODEL = "model.onnx";
    private static final String DEPLOYMENT = "deployment.yaml";
    private static final String CARD = "model-card.md";

    /// Reads a bundle; nothing is unpacked to disk.
    ///
    /// @throws InvalidInputException if it cannot be read, is damaged or not what a bundle should
    ///   be
    public static ModelBundle read(Path file, Catalog catalog) {
        Map<String, byte[]> entries = new BundleReader(file).read(List.of(MODEL, DEPLOYMENT, CARD));
        Deployment deployment =
                ExperimentReader.component(
                        Deployment.class,
                        text(file, entries, DEPLOYMENT),
                        file + "!" + DEPLOYMENT,
                        catalog);
        OnnxFile model = OnnxFile.of(file + "!" + MODEL, entry(file, entries, MODEL));
        return new ModelBundle(deployment, model, text(file, entries, CARD));
    }

    private static String text(Path file, Map<String, byte[]> entries, String name) {
        return new String(entry(file, entries, name), StandardCharsets.UTF_8);
    }

    private static byte[] entry(Path file, Map<String, byte[]> entries, String name) {
        byte[] content = entries.get(name);
        if (content == null) {
            throw InvalidInputException.of(
                    file.toString(),
                    "it has no " + name + " inside, so it is no bundle",
                    "export the net again with fovea export RUN --out FILE.fovea");
        }
        return content;
    }

    /// Writes the bundle; a former file stays whole until the new one is.
    ///
    /// @throws fovea.checkpoint.SaveException if it cannot be written
    public void write(Path file) {
        AtomicFile.write(
                file,
                channel -> {
                    OutputStream out = new Open(Channels.newOutputStream(channel));
                    try (ZipOutputStream zip = new ZipOutputStream(out)) {
                        add(zip, DEPLOYMENT, utf8(ExperimentWriter.format(deployment)));
                        add(zip, CARD, utf8(card));
                        add(zip, MODEL, model.bytes());
                    }
                });
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Uncompressed: weights hardly shrink, and a reader can tell at once how much there is.
    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /// Leaves the channel below open, so that it can be forced to disk.
    private static final class Open extends FilterOutputStream {
        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}

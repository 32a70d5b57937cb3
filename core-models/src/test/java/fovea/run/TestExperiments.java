package fovea.run;

import fovea.component.Component;
import fovea.dataset.LoaderSpec;
import fovea.engine.Precision;
import fovea.experiment.Catalog;
import fovea.experiment.DataSpec;
import fovea.experiment.Experiment;
import fovea.experiment.TrainingSpec;
import fovea.model.Model;
import fovea.optimization.Cosine;
import fovea.optimization.Optimizer;
import fovea.optimization.Schedules;
import fovea.plugin.Plugin;
import fovea.sample.Seed;
import fovea.tensor.InputSpec;
import fovea.training.PointModel;
import fovea.transform.Transforms;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// Experiments on small IDX files made here.
final class TestExperiments {
    private static final int IDX_IMAGES = 0x803;
    private static final int IDX_LABELS = 0x801;

    private TestExperiments() {}

    /// What the experiments here can name.
    static Catalog catalog() {
        return Catalog.of(
                List.of(
                        new Plugin() {
                            @Override
                            public String name() {
                                return "test";
                            }

                            @Override
                            public List<Class<? extends Component>> components() {
                                List<Class<? extends Component>> all =
                                        new ArrayList<>(Schedules.all());
                                all.addAll(Transforms.all());
                                all.addAll(
                                        List.of(
                                                PointModel.class,
                                                ConvModel.class,
                                                Optimizer.Sgd.class,
                                                Optimizer.AdamW.class));
                                return all;
                            }
                        }));
    }

    /// 24 training and 12 validation images of 1×2 pixels in batches of 4.
    static Experiment points(Path folder, int epochs) throws IOException {
        Path data = folder.resolve("data");
        writeIdx(data, "train", 24);
        writeIdx(data, "validation", 12);
        return points(data.toString(), epochs);
    }

    static Experiment points(String source, int epochs) {
        return experiment(
                source,
                new PointModel(0),
                new InputSpec(1, 1, 2, List.of(0.5), List.of(0.5)),
                training(epochs));
    }

    static TrainingSpec training(int epochs) {
        return new TrainingSpec(
                epochs,
                1,
                1,
                Optional.empty(),
                Optional.of(0.9),
                Optional.empty(),
                0,
                Precision.FP32,
                Optional.empty());
    }

    static Experiment experiment(
            String source, Model model, InputSpec input, TrainingSpec training) {
        return new Experiment(
                "points",
                42,
                new DataSpec(
                        source,
                        "train",
                        "validation",
                        0.25,
                        0,
                        input,
                        List.of(),
                        List.of(),
                        List.of(),
                        new LoaderSpec(4, 1, 2)),
                model,
                new Optimizer.Sgd(0.1, 0.9, false, 0),
                new Cosine(0, 0, 0.01),
                training);
    }

    static void writeIdx(Path folder, String part, int count) throws IOException {
        writeIdx(folder, part, count, 1);
    }

    /// Random images of `height`×2 pixels; the class tells whether the last pixel is brighter than
    /// the first.
    static void writeIdx(Path folder, String part, int count, int height) throws IOException {
        Files.createDirectories(folder);
        SplittableRandom random = new Seed(part.hashCode()).random();
        ByteBuffer images = ByteBuffer.allocate(16 + count * height * 2);
        ByteBuffer labels = ByteBuffer.allocate(8 + count);
        images.putInt(IDX_IMAGES).putInt(count).putInt(height).putInt(2);
        labels.putInt(IDX_LABELS).putInt(count);
        for (int i = 0; i < count; i++) {
            byte[] pixels = new byte[height * 2];
            random.nextBytes(pixels);
            images.put(pixels);
            labels.put((byte) ((pixels[pixels.length - 1] & 0xFF) > (pixels[0] & 0xFF) ? 1 : 0));
        }
        Files.write(folder.resolve(part + "-images-idx3-ubyte"), images.array());
        Files.write(folder.resolve(part + "-labels-idx1-ubyte"), labels.array());
    }
}

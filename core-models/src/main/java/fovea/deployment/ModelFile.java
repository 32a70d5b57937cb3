package fovea.deployment;

import fovea.dataset.LoaderSpec;
import fovea.engine.Device;
import fovea.engine.InferenceSession;
import fovea.engine.onnx.OnnxSession;
import fovea.experiment.Catalog;
import fovea.experiment.ExperimentReader;
import fovea.onnx.OnnxFile;
import fovea.problem.InvalidInputException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Files that hold a net to predict with: a bundle, or an ONNX model that tells how it is used in
/// its metadata or in a YAML file of the same name beside it.
public final class ModelFile {
    /// The metadata property that holds a [Deployment] in YAML.
    public static final String PROPERTY = "fovea.deployment";

    private static final String ONNX = ".onnx";
    private static final String EXAMPLE =
            """
            name: my-net
            input: {channels: 3, height: 224, width: 224, mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225]}
            classes: [cat, dog]
            decoder: {type: class-scores, output: scores, labelling: single-label, activation: softmax}
            """;

    private ModelFile() {}

    /// Whether a path's name is one of a file that [#open] reads.
    public static boolean recognises(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(ONNX) || name.endsWith(ModelBundle.SUFFIX);
    }

    /// Opens a net on ONNX Runtime and tries it once.
    ///
    /// @throws InvalidInputException if the file must not or cannot be used
    /// @throws fovea.engine.EngineException if the device is not there
    public static Predictor open(Path file, Catalog catalog, Device device) {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(ModelBundle.SUFFIX)) {
            ModelBundle bundle = ModelBundle.read(file, catalog);
            return open(bundle.deployment(), bundle.model(), device);
        }
        OnnxFile model = OnnxFile.read(file);
        return open(deployment(file, model, catalog), model, device);
    }

    private static Predictor open(Deployment deployment, OnnxFile model, Device device) {
        InferenceSession session =
                OnnxNet.fitting(deployment, model.place(), OnnxSession.open(model, device));
        return SessionPredictor.of(deployment, new LoaderSpec(OnnxNet.batch(model), 2, 4), session);
    }

    private static Deployment deployment(Path file, OnnxFile model, Catalog catalog) {
        Path sidecar = sidecar(file);
        if (Files.exists(sidecar)) {
            return ExperimentReader.component(Deployment.class, sidecar, catalog);
        }
        String property = model.metadata().get(PROPERTY);
        if (property != null) {
            return ExperimentReader.component(
                    Deployment.class, property, file + ", metadata " + PROPERTY, catalog);
        }
        throw InvalidInputException.of(
                file.toString(),
                "the model does not say how images reach it, nor what its outputs mean",
                "write that into " + sidecar + ", for example:\n" + EXAMPLE.strip());
    }

    private static Path sidecar(Path file) {
        String name = String.valueOf(file.getFileName());
        return file.resolveSibling(name.substring(0, name.length() - ONNX.length()) + ".yaml");
    }
}

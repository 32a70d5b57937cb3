package fovea.run;

import fovea.deployment.Deployment;
import fovea.deployment.ExportCheck;
import fovea.experiment.Experiment;
import fovea.experiment.ExperimentWriter;
import fovea.graph.GraphSummary;
import fovea.onnx.OnnxPrecision;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/// What people should know of a net before they use it (model cards: Mitchell et al., 2019), in
/// Markdown.
final class ModelCard {
    private ModelCard() {}

    static String of(TrainedNet net, OnnxPrecision precision, ExportCheck check) {
        Deployment deployment = net.deployment();
        return """
        # %s

        Exported by Fovea on %s in %s.

        ## What it does

        It takes images of %d×%d pixels (width × height) (%s) and gives a score for
        each of %d classes: %s.

        ## How well

        %s %.2f on %,d samples of its validation data. Other pictures than those it was trained on
        (another camera, other light, other classes) may do worse; try it on yours before you rely on
        it. A high score is no proof.

        ## How it was made

        Net: %s of %,d parameters, trained on `%s` for up to %d epochs. The recipe:

        ```yaml
        %s
        ```

        ## How to use it

        ```sh
        fovea predict %s.fovea PICTURES… --out predictions
        fovea test %s.fovea --data FOLDER
        ```
        """
                .formatted(
                        deployment.name(),
                        LocalDate.now(ZoneId.systemDefault()),
                        precision.name().toLowerCase(Locale.ROOT),
                        deployment.input().width(),
                        deployment.input().height(),
                        deployment.input().channels() == 1 ? "grey" : "RGB",
                        deployment.classes().size(),
                        String.join(", ", deployment.classes()),
                        check.metric().key(),
                        check.valueAfter(),
                        check.samples(),
                        net.graph().name(),
                        GraphSummary.of(net.graph()).parameters(),
                        name(net.experiment().data().source()),
                        net.experiment().training().epochs(),
                        recipe(net.experiment()),
                        deployment.name(),
                        deployment.name());
    }

    /// Without the folders that the data lay in, which are nobody's business.
    private static String recipe(Experiment experiment) {
        String source = experiment.data().source();
        return ExperimentWriter.format(experiment)
                .replace(source, name(source))
                .replace(source.replace("\\", "\\\\"), name(source))
                .strip();
    }

    private static String name(String source) {
        Path path = Path.of(source);
        return path.getFileName() == null ? source : path.getFileName().toString();
    }
}

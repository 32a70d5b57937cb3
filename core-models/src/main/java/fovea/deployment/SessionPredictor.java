package fovea.deployment;

import fovea.dataset.BatchRecipe;
import fovea.dataset.DataLoader;
import fovea.dataset.Dataset;
import fovea.dataset.LoaderSpec;
import fovea.dataset.Remainder;
import fovea.engine.InferenceSession;
import fovea.problem.InvalidInputException;
import fovea.sample.ClassList;
import fovea.sample.Sample;
import fovea.sample.Seed;
import fovea.tensor.Batch;
import fovea.tensor.HostTensor;
import fovea.tensor.TargetEncoder;
import fovea.training.Cancellation;
import fovea.training.Judge;
import fovea.training.Progress;
import fovea.training.Verdict;
import fovea.transform.Pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Predicts with an inference session, which it owns.
public final class SessionPredictor implements Predictor {
    private final Deployment deployment;
    private final LoaderSpec loading;
    private final InferenceSession session;

    private SessionPredictor(Deployment deployment, LoaderSpec loading, InferenceSession session) {
        this.deployment = deployment;
        this.loading = loading;
        this.session = session;
    }

    /// @param loading how many images are predicted together, and by how many threads they are read
    /// @param session takes `image` and gives the outputs that the deployment's decoder reads
    public static SessionPredictor of(
            Deployment deployment, LoaderSpec loading, InferenceSession session) {
        return new SessionPredictor(deployment, loading, session);
    }

    /// @throws InvalidInputException if a dataset's classes are not those of a net
    public static void requireClasses(Dataset dataset, ClassList classes) {
        if (!dataset.classes().equals(classes)) {
            throw InvalidInputException.of(
                    dataset.name(),
                    "its classes are %s, the net knows %s"
                            .formatted(dataset.classes().names(), classes.names()),
                    "test it on data with the same classes in the same order");
        }
    }

    @Override
    public Deployment deployment() {
        return deployment;
    }

    @Override
    public List<Sample> predict(List<Sample> samples) {
        BatchRecipe recipe = recipe();
        List<Sample> predicted = new ArrayList<>();
        for (int from = 0; from < samples.size(); from += loading.batch()) {
            List<Sample> chunk =
                    samples.subList(from, Math.min(samples.size(), from + loading.batch()));
            try (Batch batch = recipe.batchOf(chunk)) {
                predicted.addAll(decoded(batch, session.run(batch.tensors())));
            }
        }
        return predicted;
    }

    private BatchRecipe recipe() {
        return BatchRecipe.of(
                new Pipeline(deployment.prepare()), deployment.input(), TargetEncoder.none());
    }

    private List<Sample> decoded(Batch batch, Map<String, HostTensor> outputs) {
        return IntStream.range(0, batch.size())
                .mapToObj(
                        row ->
                                batch.samples()
                                        .get(row)
                                        .withPredictions(deployment.decoder().decode(outputs, row)))
                .toList();
    }

    @Override
    public Optional<Verdict> evaluate(
            Dataset dataset, Consumer<Sample> seen, Progress progress, Cancellation cancellation) {
        requireClasses(dataset, deployment.classList());
        try (DataLoader loader =
                new DataLoader(dataset, recipe(), loading, Remainder.KEEP, new Seed(0))) {
            return new Judge(deployment.decoder(), deployment.classList(), session::run)
                    .judge(loader, seen, progress, cancellation);
        }
    }

    @Override
    public void close() {
        session.close();
    }
}

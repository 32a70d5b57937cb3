package fovea.training;

import fovea.dataset.BatchIterator;
import fovea.dataset.DataLoader;
import fovea.dataset.Order;
import fovea.evaluation.Evaluator;
import fovea.graph.Graph;
import fovea.model.Decoder;
import fovea.sample.ClassList;
import fovea.sample.Sample;
import fovea.tensor.Batch;
import fovea.tensor.HostTensor;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Runs a net over samples with truth and compares what it predicts.
///
/// @param net gives the outputs that are decoded, and `loss`, for the tensors of a batch
public record Judge(Decoder decoder, ClassList classes, Net net) {
    /// Computes outputs by name from inputs by name.
    @FunctionalInterface
    public interface Net {
        Map<String, HostTensor> outputs(Map<String, HostTensor> batch);
    }

    /// Goes once over the samples.
    ///
    /// @param seen takes each sample with its predictions, in order
    /// @return empty if it was cancelled
    public Optional<Verdict> judge(
            DataLoader loader, Consumer<Sample> seen, Progress progress, Cancellation cancel) {
        Evaluator evaluator = decoder.evaluator(classes);
        double lossSum = 0;
        int samples = 0;
        int batchNumber = 0;
        try (BatchIterator batches = loader.epoch(0, Order.SEQUENTIAL, 0)) {
            while (!cancel.requested() && batches.hasNext()) {
                try (Batch batch = batches.next()) {
                    Map<String, HostTensor> outputs = net.outputs(batch.tensors());
                    decode(batch, outputs, seen.andThen(evaluator::add));
                    lossSum += loss(outputs) * batch.size();
                    samples += batch.size();
                }
                progress.report(++batchNumber, loader.batchesPerEpoch());
            }
        }
        return cancel.requested()
                ? Optional.empty()
                : Optional.of(
                        new Verdict(
                                evaluator.evaluation(),
                                lossSum / samples,
                                samples,
                                loader.problems()));
    }

    private void decode(Batch batch, Map<String, HostTensor> outputs, Consumer<Sample> into) {
        for (int row = 0; row < batch.size(); row++) {
            Sample sample = batch.samples().get(row);
            into.accept(sample.withPredictions(decoder.decode(outputs, row)));
        }
    }

    private static double loss(Map<String, HostTensor> outputs) {
        HostTensor loss = outputs.get(Graph.LOSS);
        return loss == null ? Double.NaN : loss.data().get(0);
    }
}

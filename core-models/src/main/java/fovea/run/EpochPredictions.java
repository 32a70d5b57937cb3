package fovea.run;

import fovea.sample.ClassList;
import fovea.sample.Sample;
import fovea.training.PredictionSink;

import java.nio.file.Path;

/// Keeps the validation predictions of each epoch in the run folder.
record EpochPredictions(RunFolder run, ClassList classes) implements PredictionSink {
    @Override
    public Entry begin(int epoch) {
        Path path = run.predictions(epoch);
        PredictionFile file = PredictionFile.create(path, classes);
        return new Entry() {
            @Override
            public void add(Sample sample) {
                file.add(sample);
            }

            @Override
            public String finish() {
                file.finish();
                return run.root().relativize(path).toString().replace('\\', '/');
            }

            @Override
            public void close() {
                file.close();
            }
        };
    }
}

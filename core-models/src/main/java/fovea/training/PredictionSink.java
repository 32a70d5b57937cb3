package fovea.training;

import fovea.sample.Sample;

/// Takes the validation samples with what was predicted for them.
public interface PredictionSink {
    /// Starts an epoch's predictions.
    Entry begin(int epoch);

    /// Predictions of one epoch. Closing without finishing drops them.
    interface Entry extends AutoCloseable {
        void add(Sample sample);

        /// @return the file, relative to the run folder; empty if nothing was written
        String finish();

        @Override
        void close();
    }

    /// Keeps nothing.
    static PredictionSink none() {
        return epoch ->
                new Entry() {
                    @Override
                    public void add(Sample sample) {}

                    @Override
                    public String finish() {
                        return "";
                    }

                    @Override
                    public void close() {}
                };
    }
}

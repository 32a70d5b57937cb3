package fovea.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fovea.component.Component;
import fovea.optimization.Cosine;
import fovea.optimization.Optimizer;
import fovea.optimization.Schedule;
import fovea.optimization.Warmup;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;

class ExperimentWriterTest {
    private final Catalog catalog = Fixtures.catalog();

    @Test
    void spellsOutEveryField() {
        assertEquals(
                """
                name: small
                seed: 42
                data:
                  source: ../data/small
                  train: train
                  validation: validation
                  holdOut: 0.2
                  limit: 0
                  input:
                    channels: 1
                    height: 28
                    width: 28
                    mean: [0.5]
                    std: [0.5]
                  augment:
                    - type: random-crop
                      width: 28
                      height: 28
                      padding: 2
                    - type: random-flip
                      horizontal: 0.5
                      vertical: 0
                  augmentBatch: []
                  prepare: []
                  loader:
                    batch: 64
                    workers: 2
                    prefetch: 4
                model:
                  type: image-classifier
                  backbone:
                    type: lenet
                    variant: wide
                  dropout: 0
                  loss:
                    type: cross-entropy
                    labelSmoothing: 0
                optimizer:
                  type: sgd
                  lr: 0.1
                  momentum: 0.9
                  nesterov: false
                  weightDecay: 0.0001
                schedule:
                  type: cosine
                  floor: 0
                  warmupEpochs: 0
                  warmupStart: 0.01
                training:
                  epochs: 10
                  validateEvery: 1
                  accumulate: 1
                  clipNorm: none
                  ema: none
                  patience: none
                  keep: 0
                  precision: fp32
                  start: none
                """,
                ExperimentWriter.format(Fixtures.experiment("model.backbone=lenet")));
    }

    @Test
    void readingWhatWasWrittenGivesAnEqualExperiment() {
        RandomRecords random = new RandomRecords(1, catalog);
        for (int i = 0; i < 300; i++) {
            Experiment experiment = (Experiment) random.of(Experiment.class);
            String text = ExperimentWriter.format(experiment);
            Experiment read = ExperimentReader.read(text, "random.yaml", List.of(), catalog);
            assertEquals(experiment, read, text);
            assertEquals(text, ExperimentWriter.format(read));
        }
    }

    @Test
    void readingWhatWasWrittenGivesAnEqualComponentOfEachKind() {
        RandomRecords random = new RandomRecords(2, catalog);
        for (ComponentInfo info : catalog.components()) {
            for (int i = 0; i < 20; i++) {
                Component component = (Component) random.of(info.type());
                String text = ExperimentWriter.format(component);
                assertEquals(
                        component,
                        ExperimentReader.component(info.kind(), text, "random", catalog),
                        text);
            }
        }
    }

    @Test
    void numbersAreTheSameInEveryLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            Optimizer optimizer = new Optimizer.Adam(1234567.5, 0.9, 0.999, 1e-8, 0.000123);
            assertEquals(
                    """
                    type: adam
                    lr: 1234567.5
                    beta1: 0.9
                    beta2: 0.999
                    epsilon: 1e-8
                    weightDecay: 0.000123
                    """,
                    ExperimentWriter.format(optimizer));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void writesComponentsInComponents() {
        Schedule schedule = new Warmup(2, 0, new Cosine(0, 0, 0.01));
        assertEquals(
                """
                type: warmup
                epochs: 2
                start: 0
                then:
                  type: cosine
                  floor: 0
                  warmupEpochs: 0
                  warmupStart: 0.01
                """,
                ExperimentWriter.format(schedule));
    }

    @Test
    void everyDoubleIsReadAsItWasWritten() {
        for (double value :
                new double[] {
                    0,
                    -0.0,
                    Double.MIN_VALUE,
                    Double.MAX_VALUE,
                    0.1 + 0.2,
                    1e15,
                    1e14,
                    1e-4,
                    9.99e-5,
                    -1
                }) {
            String text = ExperimentWriter.number(value);
            assertEquals(value, Double.parseDouble(text), text);
        }
    }

    @Test
    void numbersThatAreNoneCannotBeWritten() {
        Optimizer optimizer = new Optimizer.Sgd(Double.NaN, 0, false, 0);
        IllegalArgumentException refusal =
                assertThrows(
                        IllegalArgumentException.class, () -> ExperimentWriter.format(optimizer));
        assertEquals("NaN cannot be part of an experiment", refusal.getMessage());
    }
}

package fovea.app.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.experiment.Catalog;
import fovea.experiment.Experiment;
import fovea.experiment.ExperimentReader;
import fovea.optimization.Optimizer;
import fovea.plugin.Plugins;

import org.junit.jupiter.api.Test;

import java.util.List;

class FormModelTest {
    private static final Catalog CATALOG = Catalog.of(Plugins.discover().all());
    private static final String YAML =
            """
            name: digits
            data:
              source: digits
              input: {channels: 1, height: 8, width: 8}
              augment: [random-flip]
            model: {type: image-classifier, backbone: lenet}
            optimizer: {type: sgd, lr: 0.2}
            """;

    private final FormModel form =
            new FormModel(CATALOG, ExperimentReader.read(YAML, "test", List.of(), CATALOG));

    @Test
    void anEditGivesTheExperimentWithThatValue() {
        form.edit("training.epochs", "7");
        form.edit("data.loader.batch", "32");
        Experiment edited = form.experiment().get();
        assertEquals(7, edited.training().epochs());
        assertEquals(32, edited.data().loader().batch());
        assertTrue(form.changed("training.epochs"));
        assertFalse(form.changed("optimizer.lr"));
    }

    @Test
    void whatCannotBeIsKeptWithItsReasonBesideTheLastRightExperiment() {
        form.edit("training.epochs", "0");
        assertFalse(form.valid().get());
        assertEquals("0", form.text("training.epochs"));
        assertEquals(1, form.problems("training.epochs").size());
        assertEquals(10, form.experiment().get().training().epochs());
        form.edit("training.epochs", "3");
        assertTrue(form.valid().get());
        assertEquals(3, form.experiment().get().training().epochs());
    }

    @Test
    void anotherComponentStartsFromItsDefaultsAndForgetsWhatWasTypedBelowIt() {
        form.edit("optimizer.momentum", "many");
        form.edit("optimizer.type", "adamw");
        assertTrue(form.valid().get());
        Optimizer.AdamW adamW =
                assertInstanceOf(Optimizer.AdamW.class, form.experiment().get().optimizer());
        assertEquals(0.001, adamW.lr());
        assertTrue(form.changed("optimizer.type"));
        assertFalse(form.changed("optimizer.lr"), "its own default is no change");
        form.edit("optimizer.lr", "0.01");
        assertTrue(form.changed("optimizer.lr"));
        form.reset("optimizer.lr");
        assertEquals(0.001, form.experiment().get().optimizer().lr());
    }

    @Test
    void resetGoesBackToTheExperimentThatWasOpened() {
        form.edit("optimizer.lr", "5");
        form.edit("training.ema", "0.99");
        form.reset("optimizer.lr");
        form.reset("training.ema");
        assertEquals(0.2, form.experiment().get().optimizer().lr());
        assertTrue(form.experiment().get().training().ema().isEmpty());
        assertFalse(form.changed("training.ema"));
    }
}

package fovea.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.component.Component;
import fovea.component.Default;
import fovea.component.Named;
import fovea.model.Backbone;
import fovea.optimization.Optimizer;
import fovea.optimization.Schedule;
import fovea.plugin.Plugin;
import fovea.problem.Problem;
import fovea.transform.Transform;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class CatalogTest {
    private final Catalog catalog = Fixtures.catalog();

    @Test
    void listsComponentsByKindAndName() {
        assertEquals(List.of(), catalog.problems());
        assertEquals(
                List.of("sgd", "adam", "adamw", "rmsprop"),
                catalog.components(Optimizer.class).stream().map(ComponentInfo::name).toList());
        assertEquals(
                List.of(
                        "constant",
                        "step",
                        "multi-step",
                        "cosine",
                        "warmup",
                        "one-cycle",
                        "plateau"),
                catalog.components(Schedule.class).stream().map(ComponentInfo::name).toList());
        assertTrue(catalog.find(Transform.class, "random-flip").isPresent());
        assertTrue(catalog.find(Backbone.class, "lenet").isPresent());
        assertFalse(catalog.find(Backbone.class, "random-flip").isPresent());
    }

    @Test
    void kindsAreInTheOrderOfTheirNames() {
        assertEquals(
                List.of(
                        "backbone",
                        "batch-transform",
                        "layer",
                        "loss",
                        "model",
                        "optimizer",
                        "schedule",
                        "shape",
                        "transform"),
                catalog.kinds().stream().map(ComponentInfo::nameOf).toList());
    }

    @Test
    void knowsWhatEachFieldIs() {
        ComponentInfo sgd = catalog.find(Optimizer.class, "sgd").orElseThrow();
        FieldInfo lr = sgd.fields().getFirst();
        assertEquals("lr", lr.name());
        assertEquals(new FieldType.RealNumber(), lr.type());
        assertEquals("Learning rate", lr.help());
        assertEquals(Optional.of("0.1"), lr.defaultText());
        assertEquals(0, lr.min());
        assertEquals(1000, lr.max());
        Optimizer optimizer = new Optimizer.Sgd(0.25, 0.9, true, 0);
        assertEquals(0.25, lr.value((Record) optimizer));
        assertEquals("0.25", lr.text((Record) optimizer));
    }

    @Test
    void everyComponentAndFieldSaysWhatItIs() {
        for (ComponentInfo info : catalog.components()) {
            assertFalse(info.help().isBlank(), info.name());
            for (FieldInfo field : info.fields()) {
                assertFalse(field.help().isBlank(), info.name() + "." + field.name());
            }
        }
    }

    @Test
    void componentOfTwoKindsIsListedInBoth() {
        Catalog both = catalog(Both.class);
        assertEquals(List.of(), both.problems());
        assertTrue(both.find(Shape.class, "both").isPresent());
        assertTrue(both.find(Solid.class, "both").isPresent());
        assertTrue(both.find(Other.class, "both").isPresent());
    }

    @Test
    void secondComponentOfAKindAndNameIsAProblem() {
        Catalog twice =
                Catalog.of(
                        List.of(
                                Fixtures.plugin("one", List.of(Everything.Dot.class)),
                                Fixtures.plugin("two", List.of(AlsoDot.class))));
        assertEquals(Everything.Dot.class, twice.find(Shape.class, "dot").orElseThrow().type());
        assertEquals(
                List.of(
                        "plugin two: there already is a shape named 'dot'"
                                + " (fovea.experiment.Everything$Dot), so"
                                + " fovea.experiment.CatalogTest$AlsoDot cannot be used; give one"
                                + " of them another name with @Named, or remove a plugin"),
                messages(twice));
    }

    @Test
    void sameComponentFromTwoPluginsIsNoProblem() {
        Plugin plugin = Fixtures.plugin("one", List.of(Everything.Dot.class));
        assertEquals(List.of(), Catalog.of(List.of(plugin, plugin)).problems());
    }

    @Test
    void componentsThatAreNotWellFormedAreProblems() {
        assertProblem(NoRecord.class, "a component must be a record");
        assertProblem(NoKind.class, "a component must implement a kind");
        assertProblem(WithTime.class, "a field of a component cannot be a java.time.Instant");
        assertProblem(WithType.class, "a field cannot be named 'type'");
        assertProblem(WrongDefault.class, "side: 'wide' is not a whole number");
    }

    @Test
    void namesAreInKebabCase() {
        assertEquals("random-resized-crop", ComponentInfo.kebab("RandomResizedCrop"));
        assertEquals("cut-mix", ComponentInfo.kebab("CutMix"));
        assertEquals("iou-loss", ComponentInfo.kebab("IouLoss"));
        assertEquals("rgb-image", ComponentInfo.kebab("RGBImage"));
        assertEquals("mobile-net-v2", ComponentInfo.kebab("MobileNetV2"));
    }

    private static Catalog catalog(Class<? extends Component> type) {
        return Catalog.of(List.of(Fixtures.plugin("tested", List.of(type))));
    }

    private static void assertProblem(Class<? extends Component> type, String cause) {
        List<String> messages = messages(catalog(type));
        assertEquals(1, messages.size(), messages::toString);
        assertTrue(messages.getFirst().contains(type.getName()), messages::toString);
        assertTrue(messages.getFirst().contains(cause), messages::toString);
    }

    private static List<String> messages(Catalog catalog) {
        return catalog.problems().stream().map(Problem::message).toList();
    }

    interface Solid extends Shape {}

    interface Other extends Component {}

    record Both() implements Solid, Other {}

    @Named("dot")
    record AlsoDot() implements Shape {}

    static final class NoRecord implements Shape {}

    record NoKind() implements Component {}

    record WithTime(Instant time) implements Shape {}

    record WithType(String type) implements Shape {}

    record WrongDefault(@Default("wide") int side) implements Shape {}
}

package fovea.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import fovea.component.Component;
import fovea.component.Help;

import org.junit.jupiter.api.Test;

import java.io.ObjectInputStream;

class ArchitectureTest {
    private static final String[] DATASETS = {
        "fovea.component..",
        "fovea.sample..",
        "fovea.image..",
        "fovea.dataset..",
        "fovea.transform.."
    };
    private static final JavaClasses PRODUCT =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("fovea");

    @Test
    void onlyTheAppKnowsTheWindowToolkit() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("fovea.app..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "javafx..", "atlantafx..", "org.controlsfx..", "org.kordamp..")
                        .because(
                                "everything but the window must run on a machine without a"
                                        + " screen"));
    }

    @Test
    void datasetsKnowNothingAboveThem() {
        check(
                noClasses()
                        .that()
                        .resideInAnyPackage(DATASETS)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "fovea.graph..",
                                "fovea.engine..",
                                "fovea.model..",
                                "fovea.training..",
                                "fovea.experiment..",
                                "fovea.run..",
                                "fovea.app..",
                                "org.bytedeco.pytorch..")
                        .because("data flows one way, from files to samples to nets"));
    }

    @Test
    void theGraphKnowsNoEngine() {
        check(
                noClasses()
                        .that()
                        .resideInAnyPackage("fovea.graph..", "fovea.loss..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "fovea.engine..",
                                "fovea.training..",
                                "fovea.run..",
                                "org.bytedeco..")
                        .because("a model is written once and every engine reads the same graph"));
    }

    @Test
    void libtorchStaysInItsPackage() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("fovea.engine.torch..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.bytedeco.pytorch..")
                        .because("another engine must be able to take its place"));
    }

    @Test
    void nd4jStaysInItsPackage() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("fovea.engine.dl4j..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.nd4j..", "org.deeplearning4j..")
                        .because("another engine must be able to take its place"));
    }

    @Test
    void onnxRuntimeStaysInItsPackage() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("fovea.engine.onnx..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("ai.onnxruntime..")
                        .because("models are opened through a check, and in one place"));
    }

    @Test
    void protobufStaysWithTheFilesThatNeedIt() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("fovea.onnx..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("com.google.protobuf..")
                        .because("nobody else needs to know how ONNX files are encoded"));
    }

    @Test
    void trainingKnowsNoRunFolderAndNoExperiment() {
        check(
                noClasses()
                        .that()
                        .resideInAnyPackage(
                                "fovea.training..", "fovea.checkpoint..", "fovea.evaluation..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("fovea.run..", "fovea.experiment..", "fovea.app..")
                        .because("the loop tells what happened and does not care who listens"));
    }

    @Test
    void packagesOfTheCoreFormNoCycles() {
        check(
                slices().matching("fovea.(*)..")
                        .should()
                        .beFreeOfCycles()
                        .because(
                                "a part that needs the part that needs it cannot be understood"
                                        + " alone"));
    }

    @Test
    void nothingIsDeserialised() {
        check(
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo(ObjectInputStream.class)
                        .because(
                                "files from outside are hostile and Java serialization runs what"
                                        + " they contain"));
    }

    @Test
    void thereIsNoGlobalState() {
        check(
                fields().that()
                        .areStatic()
                        .and()
                        .doNotHaveModifier(JavaModifier.SYNTHETIC)
                        .should()
                        .beFinal()
                        .because("state that everybody can change belongs to nobody"));
    }

    @Test
    void nothingIsFoundThroughASingleton() {
        check(
                methods()
                        .should()
                        .notHaveName("getInstance")
                        .because("what a class needs is given to it"));
    }

    @Test
    void componentsAreRecordsThatExplainTheirFields() {
        check(
                classes()
                        .that()
                        .areAssignableTo(Component.class)
                        .and()
                        .areNotInterfaces()
                        .should(beRecordsWithHelp())
                        .because("the window, the file and the code read the same fields"));
    }

    private static void check(ArchRule rule) {
        rule.check(PRODUCT);
    }

    private static ArchCondition<JavaClass> beRecordsWithHelp() {
        return new ArchCondition<>("be records whose fields have @Help") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Class<?> reflected = type.reflect();
                boolean ok = reflected.isRecord();
                if (ok) {
                    for (var field : reflected.getRecordComponents()) {
                        ok &= field.isAnnotationPresent(Help.class);
                    }
                }
                events.add(
                        new SimpleConditionEvent(
                                type,
                                ok,
                                type.getName()
                                        + (ok ? " explains" : " does not explain")
                                        + " its fields"));
            }
        };
    }
}

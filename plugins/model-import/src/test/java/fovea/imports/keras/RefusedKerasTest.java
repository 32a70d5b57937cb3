package fovea.imports.keras;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.imports.Archives;
import fovea.imports.ImportFixtures;
import fovea.problem.InvalidInputException;
import fovea.problem.Problem;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Models that are whole and still cannot be imported.
class RefusedKerasTest {
    private static final String CONFIG = "config.json";

    @TempDir private Path folder;
    private Path file = Path.of("");

    @BeforeEach
    void unpack() throws IOException {
        file = ImportFixtures.unpacked("keras/functional.keras", folder);
    }

    private List<Problem> refused() {
        return refused(Optional.empty());
    }

    private List<Problem> refused(Optional<String> size) {
        return assertThrows(
                        InvalidInputException.class,
                        () -> ImportFixtures.read(new KerasImporter(), file, size))
                .problems();
    }

    private void assertRefused(String cause) {
        List<Problem> problems = refused();
        assertTrue(
                problems.stream().anyMatch(problem -> problem.cause().contains(cause)),
                problems::toString);
        for (Problem problem : problems) {
            assertTrue(problem.place().startsWith(file.toString()), problem::place);
            assertTrue(!problem.cure().isBlank(), problem::toString);
        }
    }

    @Test
    void allUnknownLayersAreToldAtOnce() throws IOException {
        Archives.edited(file, CONFIG, "\"class_name\": \"MaxPooling2D\"", "\"class_name\": \"A\"");
        Archives.edited(file, CONFIG, "\"class_name\": \"ReLU\"", "\"class_name\": \"B\"");
        List<Problem> problems = refused();
        assertEquals(
                List.of(
                        "layers of the class 'B' are not known",
                        "layers of the class 'A' are not known"),
                problems.stream().map(Problem::cause).toList());
        assertEquals(file + ": layer 're_lu'", problems.getFirst().place());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"class_name\": \"ReLU\" | \"class_name\": \"Lambda\" | a Lambda layer holds code",
                "\"activation\": \"silu\" | \"activation\": {\"module\": \"mine\", \"class_name\":"
                        + " \"function\", \"config\": \"f\"} | its activation is code of its own",
                "\"max_value\": 6.0 | \"max_value\": 6.0, \"wobble\": 2 | 'wobble' is not known",
                "channels_last | channels_first | channels first",
                "\"data_format\": \"channels_last\" | \"data_format\": [1] | its 'data_format' is"
                        + " [1]",
                "\"padding\": \"valid\" | \"padding\": 0 | its 'padding' is 0",
                "\"use_bias\": false | \"use_bias\": \"False\" | its 'use_bias' is \"False\"",
                "\"use_bias\": false | \"use_bias\": 0 | its 'use_bias' is 0",
                "\"keepdims\": true | \"keepdims\": 1 | its 'keepdims' is 1",
                "\"name\": \"float32\" | \"name\": \"int8\" | no floating point",
                "\"padding\": \"valid\" | \"padding\": \"reflect\" | its 'padding' is 'reflect'",
                "\"strides\": [2, 2] | \"strides\": [2, -1] | its 'strides' is [2,-1]",
                "\"class_name\": \"Functional\" | \"class_name\": \"MyNet\" | a class of its own",
                "\"filters\": 8 | \"filters\": 12 | its layer needs",
                "\"filters\": 8 | \"filters\": 80000000 | more than 2 GB",
            })
    void saysWhatStandsAgainstIt(String from, String to, String cause) throws IOException {
        Archives.edited(file, CONFIG, from, to);
        assertRefused(cause);
    }

    @Test
    void aClassOfTheSameNameFromElsewhereIsNotKeras() throws IOException {
        Archives.edited(
                file,
                CONFIG,
                "\"module\": \"keras.layers\", \"class_name\": \"ReLU\"",
                "\"module\": \"evil\", \"class_name\": \"ReLU\"");
        assertRefused("'ReLU' from 'evil' is code of its own");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1, 2, 3] | 1.0 | it has 3 numbers for 1 channels",
                "[1, 2] | [1, 2, 3] | it has 2 numbers for 1 channels",
                "2.0 | [1, 2] | it has 2 numbers for 1 channels",
            })
    void scalesForOtherChannelsThanTheImagesHaveAreRefused(
            String first, String second, String cause) throws IOException {
        file = ImportFixtures.unpacked("keras/sequential.keras", folder);
        String rescaling =
                """
                {"module": "keras.layers", "class_name": "Rescaling", "config":\
                 {"name": "%s", "trainable": true, "scale": %s, "offset": 0.5}},\
                """;
        String convolution = "{\"module\": \"keras.layers\", \"class_name\": \"Conv2D\"";
        String both = rescaling.formatted("a", first) + rescaling.formatted("b", second);
        Archives.editedOnce(file, CONFIG, convolution, both + convolution);
        assertRefused(cause);
    }

    @Test
    void aLayerUsedTwiceIsRefused() throws IOException {
        String call = "\"keras_history\": [\"batch_normalization_1\", 0, 0]}}], \"kwargs\": {}}]";
        Archives.edited(file, CONFIG, call, call.replace("{}}]", "{}}, {\"args\": []}]"));
        assertRefused("it is used 2 times with the same weights");
    }

    @Test
    void severalInputsAreRefused() throws IOException {
        Archives.edited(
                file,
                CONFIG,
                "\"input_layers\": [\"picture\", 0, 0]",
                "\"input_layers\": [[\"picture\", 0, 0], [\"other\", 0, 0]]");
        assertRefused("the model has 2 inputs and 1 outputs");
    }

    @Test
    void whatIsNoImageIsRefused() throws IOException {
        Archives.edited(
                file, CONFIG, "\"batch_shape\": [null, 16, 15, 3]", "\"batch_shape\": [null, 784]");
        assertRefused("it takes values of the shape [null,784], not images");
    }

    @Test
    void asksForTheSizeWhereTheNetTakesAny() throws IOException {
        file = ImportFixtures.unpacked("keras/features.keras", folder);
        assertRefused("the net takes images of any size");
        assertTrue(refused().getFirst().cure().contains("--size"));
    }

    @Test
    void anotherSizeThanTheNetTakesIsRefused() {
        assertTrue(
                refused(Optional.of("3x32x32"))
                        .getFirst()
                        .cause()
                        .contains("--size says otherwise"));
    }

    @Test
    void aNewerKerasIsRefused() throws IOException {
        Archives.edited(
                file,
                "metadata.json",
                "\"keras_version\": \"3.15.1\"",
                "\"keras_version\": \"4.0.0\"");
        assertRefused("saved by Keras '4.0.0'");
    }
}

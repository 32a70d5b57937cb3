package fovea.imports.keras;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.importing.ImageSize;
import fovea.importing.ImportedNet;
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

/// A net that brings images of any size to its own before anything else.
class ResizingTest {
    private static final String CONFIG = "config.json";
    private static final String RESIZING =
            """
            {"module": "keras.layers", "class_name": "Resizing", "config": {"name": "resizing",\
             "trainable": true, "dtype": "float32", "height": 13, "width": 11,\
             "interpolation": "bilinear", "crop_to_aspect_ratio": false,\
             "pad_to_aspect_ratio": false, "fill_mode": "constant", "fill_value": 0.0,\
             "antialias": false, "data_format": "channels_last"}, "registered_name": null},\
            """;

    @TempDir private Path folder;
    private Path file = Path.of("");

    @BeforeEach
    void putItAtTheFront() throws IOException {
        file = ImportFixtures.unpacked("keras/sequential.keras", folder);
        Archives.edited(
                file,
                CONFIG,
                "\"batch_shape\": [null, 13, 11",
                "\"batch_shape\": [null, null, null");
        String first = "{\"module\": \"keras.layers\", \"class_name\": \"Conv2D\"";
        Archives.editedOnce(file, CONFIG, first, RESIZING + first);
    }

    private ImportedNet net() {
        return ImportFixtures.read(new KerasImporter(), file, Optional.empty());
    }

    @Test
    void givesTheSizeImagesAreReadAt() throws IOException {
        ImportedNet net = net();
        assertEquals(new ImageSize(1, 13, 11), net.size());
        assertTrue(ImportFixtures.difference(net, "keras/sequential.json") < 1e-5);
    }

    @Test
    void anotherWayOfScalingIsTold() throws IOException {
        assertTrue(net().notes().getFirst().cause().contains("otherwise ('bilinear')"));
        Archives.edited(file, CONFIG, "\"antialias\": false", "\"antialias\": true");
        assertEquals(List.of(), net().notes());
        Archives.edited(file, CONFIG, "\"bilinear\"", "\"lanczos5\"");
        Problem note = net().notes().getFirst();
        assertEquals(file + ": layer 'resizing'", note.place());
        assertTrue(note.cause().contains("otherwise ('lanczos5')"), note::cause);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"crop_to_aspect_ratio\": false | \"crop_to_aspect_ratio\": true | its"
                        + " 'crop_to_aspect_ratio' is true",
                "\"pad_to_aspect_ratio\": false | \"pad_to_aspect_ratio\": true | its"
                        + " 'pad_to_aspect_ratio' is true",
                "\"bilinear\" | \"magic\" | its 'interpolation' is 'magic'",
                "\"antialias\": false | \"antialias\": false, \"wobble\": 2 | 'wobble' is not"
                        + " known",
                "\"height\": 13 | \"height\": \"13\" | its 'height' is \"13\"",
                "\"height\": 13 | \"height\": -13 | its 'height' is -13",
                "\"width\": 11, | | its 'width' is missing",
                "\"antialias\": false, \"data_format\": \"channels_last\" | \"data_format\":"
                        + " \"channels_first\" | channels first",
                "\"module\": \"keras.layers\", \"class_name\": \"Resizing\" | \"module\": \"mine\","
                        + " \"class_name\": \"Resizing\" | 'Resizing' from 'mine' is code of its"
                        + " own",
            })
    void saysWhatStandsAgainstIt(String from, String to, String cause) throws IOException {
        Archives.edited(file, CONFIG, from, Optional.ofNullable(to).orElse(""));
        InvalidInputException e = assertThrows(InvalidInputException.class, this::net);
        List<Problem> problems = e.problems();
        assertEquals(1, problems.size(), e::getMessage);
        assertEquals(file + ": layer 'resizing'", problems.getFirst().place());
        assertTrue(problems.getFirst().cause().contains(cause), e::getMessage);
    }
}

package fovea.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

class SettingsTest {
    @TempDir Path folder;

    private enum Colour {
        RED,
        BLUE
    }

    @Test
    void whatWasPutIsThereNextTime() {
        Settings settings = Settings.in(folder.resolve("new"));
        settings.put("window/width", 1280.5);
        settings.put("data/dataset", "/数据/été");
        settings.put("colour", Colour.BLUE);
        settings.save();
        Settings next = Settings.in(folder.resolve("new"));
        assertEquals(1280.5, next.number("window/width", 0));
        assertEquals(Optional.of("/数据/été"), next.value("data/dataset"));
        assertEquals(Colour.BLUE, next.choice("colour", Colour.RED));
    }

    @Test
    void nonsenseCountsAsNothing() throws IOException {
        Files.writeString(
                folder.resolve("window.properties"), "window/width=wide\ncolour=GREEN\nx=NaN\n");
        Settings settings = Settings.in(folder);
        assertEquals(7, settings.number("window/width", 7));
        assertEquals(7, settings.number("x", 7));
        assertEquals(Colour.RED, settings.choice("colour", Colour.RED));
    }

    @Test
    void aDamagedFileCountsAsEmpty() throws IOException {
        byte[] torn = "a=\\u00".getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("window.properties"), torn);
        assertTrue(Settings.in(folder).value("a").isEmpty());
    }

    @Test
    void aFolderThatCannotBeMadeDoesNotDisturb() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        Settings settings = Settings.in(file.resolve("below"));
        settings.put("a", "b");
        settings.save();
        assertEquals("in the way", Files.readString(file));
    }
}

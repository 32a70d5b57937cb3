package fovea.app.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fovea.run.RunFolder;
import fovea.run.RunState;
import fovea.run.RunSummary;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

@SuppressWarnings("NullAway.Init")
class RunListingTest {
    @TempDir Path folder;

    @Test
    void eventsThatLackTheirFieldsHideNeitherTheirRunNorTheOthers() throws IOException {
        run("a", "{\"event\":\"validated\",\"epoch\":1}\n");
        run("b", "{\"event\":\"stepped\",\"step\":21}\n");
        List<RunSummary> listed = new RunListing(folder).list();
        assertEquals(List.of("b", "a"), listed.stream().map(RunSummary::name).toList());
        assertEquals(RunState.DAMAGED, listed.getFirst().state());
    }

    private void run(String name, String events) throws IOException {
        RunFolder run = new RunFolder(Files.createDirectory(folder.resolve(name)));
        Files.writeString(run.events(), events);
    }
}

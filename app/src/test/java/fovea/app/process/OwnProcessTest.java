package fovea.app.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

class OwnProcessTest {
    @Test
    void workDoesNotInheritTheWindowsCompiler() {
        assertEquals(
                List.of("-Xmx8g", "-XX:SharedArchiveFile=window.jsa"),
                OwnProcess.inherited(
                        List.of(
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx8g",
                                "-XX:SharedArchiveFile=window.jsa",
                                "-XX:ArchiveClassesAtExit=window.jsa",
                                "-agentlib:jdwp=transport=dt_socket")));
    }
}

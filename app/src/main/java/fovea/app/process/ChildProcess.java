package fovea.app.process;

import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Asks the product, in a process of its own, for a result that its command line gives as JSON.
public final class ChildProcess {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// With this the command line begins when it tells of a failure.
    private static final String NAME = "fovea: ";

    private ChildProcess() {}

    /// The process told of a failure; the message is what it said.
    public static final class Failed extends IOException {
        private static final long serialVersionUID = 1;

        Failed(String message) {
            super(message);
        }
    }

    /// Runs a command with `--json`, waits for its end and reads its result. If the thread is
    /// interrupted, the process is ended.
    ///
    /// @throws Failed if the process ends with an exit code other than 0
    /// @throws IOException if no process can be started, or what it gave is no such result
    public static <T> T ask(List<String> words, Class<T> type)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(words);
        all.add("--json");
        Path said = Files.createTempFile("fovea", ".json");
        Path told = Files.createTempFile("fovea", ".log");
        try {
            int code = run(OwnProcess.start(all, said, told));
            if (code != 0) {
                throw new Failed(reason(Files.readString(told), code));
            }
            return JSON.readValue(Files.readString(said), type);
        } finally {
            Files.deleteIfExists(said);
            Files.deleteIfExists(told);
        }
    }

    private static int run(Process process) throws IOException, InterruptedException {
        try {
            process.getOutputStream().close();
            return process.waitFor();
        } finally {
            process.destroyForcibly();
        }
    }

    /// The process's own words if it had any, else all it printed.
    static String reason(String printed, int code) {
        int at = printed.lastIndexOf(NAME);
        boolean own = at == 0 || (at > 0 && printed.charAt(at - 1) == '\n');
        String words = own ? printed.substring(at + NAME.length()) : printed;
        return words.isBlank() ? "exit code " + code : words.strip();
    }
}

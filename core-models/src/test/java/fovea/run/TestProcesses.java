package fovea.run;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Starts a main class of the tests in a process of its own.
final class TestProcesses {
    private TestProcesses() {}

    /// @param needed a class of each further class path entry
    static Process start(Class<?> main, List<String> arguments, Class<?>... needed)
            throws IOException {
        String classPath =
                Stream.concat(Stream.of(main), Stream.of(needed))
                        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                        .map(location -> Path.of(URI.create(location.toString())).toString())
                        .distinct()
                        .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath, main.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }
}

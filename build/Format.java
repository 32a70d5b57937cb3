import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Checks or applies google-java-format (AOSP) to every Java file below a folder: `Format.java
/// check|apply ROOT VERSION`. A program of its own because it must run on the JDK the sources are
/// written for, which need not be the one Maven runs on. Exit code 1 when a file is not formatted.
///
/// Files found good are remembered by the hash of their content in `ROOT/target/formatted.txt`, so
/// that a second check reads files but formats none.
final class Format {
    private enum Mode {
        CHECK,
        APPLY
    }

    private static final Set<String> SKIPPED = Set.of("target", ".git", ".idea", ".vscode");

    /// Below the root only: a package may have such a name, too.
    private static final Set<String> SKIPPED_AT_ROOT = Set.of("assets", "docs", "runs");

    private static final JavaFormatterOptions OPTIONS =
            JavaFormatterOptions.builder().style(Style.AOSP).build();

    private final Mode mode;
    private final Path root;
    private final String version;
    private final Set<String> known;

    private Format(Mode mode, Path root, String version, Set<String> known) {
        this.mode = mode;
        this.root = root;
        this.version = version;
        this.known = known;
    }

    public static void main(String[] args) throws IOException {
        Mode mode = args[0].equals("apply") ? Mode.APPLY : Mode.CHECK;
        Path root = Path.of(args[1]);
        Path memory = root.resolve("target/formatted.txt");
        Set<String> known =
                Files.exists(memory) ? Set.copyOf(Files.readAllLines(memory)) : Set.of();
        Format format = new Format(mode, root, args[2], known);
        List<Result> results =
                sources(root).parallelStream().map(format::visit).collect(Collectors.toList());
        remember(memory, results);
        List<String> problems = results.stream().flatMap(r -> r.problem().stream()).toList();
        problems.forEach(System.err::println);
        if (!problems.isEmpty()) {
            System.err.println(
                    problems.size() + " file(s) to format. Do it with: mvn -N -Pformat validate");
            System.exit(1);
        }
    }

    private static List<Path> sources(Path root) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attrs) {
                        String name = String.valueOf(dir.getFileName());
                        boolean skipped =
                                SKIPPED.contains(name)
                                        || (root.equals(dir.getParent())
                                                && SKIPPED_AT_ROOT.contains(name));
                        return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attrs) {
                        if (file.toString().endsWith(".java")) {
                            found.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return found;
    }

    private record Result(Optional<String> hash, Optional<String> problem) {}

    private Result visit(Path file) {
        try {
            String source = Files.readString(file);
            String hash = hash(source);
            if (known.contains(hash)) {
                return new Result(Optional.of(hash), Optional.empty());
            }
            String formatted = new Formatter(OPTIONS).formatSourceAndFixImports(source);
            if (formatted.equals(source)) {
                return new Result(Optional.of(hash), Optional.empty());
            }
            if (mode == Mode.APPLY) {
                Files.writeString(file, formatted);
                System.out.println("formatted " + root.relativize(file));
                return new Result(Optional.of(hash(formatted)), Optional.empty());
            }
            return problem(file, firstDifference(source, formatted), "not formatted");
        } catch (FormatterException e) {
            return problem(file, 1, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Result problem(Path file, int line, String what) {
        return new Result(
                Optional.empty(), Optional.of(root.relativize(file) + ":" + line + ": " + what));
    }

    private static int firstDifference(String source, String formatted) {
        List<String> is = source.lines().toList();
        List<String> due = formatted.lines().toList();
        int line = 0;
        while (line < Math.min(is.size(), due.size()) && is.get(line).equals(due.get(line))) {
            line++;
        }
        return line + 1;
    }

    private String hash(String source) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(version.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(source.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void remember(Path memory, List<Result> results) throws IOException {
        Set<String> hashes = new TreeSet<>();
        results.forEach(r -> r.hash().ifPresent(hashes::add));
        Files.createDirectories(memory.getParent());
        Files.write(memory, hashes);
    }
}

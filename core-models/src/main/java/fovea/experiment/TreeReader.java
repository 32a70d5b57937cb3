package fovea.experiment;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/// Reads untrusted YAML into a [Tree]: no tags, little nesting, few aliases, each key once.
final class TreeReader {
    private static final int MOST_CHARACTERS = 1 << 20;
    private static final int DEEPEST = 50;
    private static final int MOST_ALIASES = 12;

    private final IntFunction<String> places;
    private final Findings findings;

    private TreeReader(IntFunction<String> places, Findings findings) {
        this.places = places;
        this.findings = findings;
    }

    /// A file's content. Places are `place:line`.
    ///
    /// @param findings where what is wrong is told
    static Optional<Tree> readFile(String text, String place, Findings findings) {
        return new TreeReader(line -> place + ":" + line, findings).read(text);
    }

    /// A value that is not from a file and has one place; empty text is no value.
    static Optional<Tree> read(String text, String place, Findings findings) {
        return text.isBlank()
                ? Optional.of(new Tree.Scalar("", Tree.Style.PLAIN, place))
                : new TreeReader(line -> place, findings).read(text);
    }

    private Optional<Tree> read(String text) {
        if (text.length() > MOST_CHARACTERS) {
            problem(1, "it has more than a million characters", "is it an experiment at all?");
            return Optional.empty();
        }
        LoadSettings settings =
                LoadSettings.builder()
                        .setMaxAliasesForCollections(MOST_ALIASES)
                        .setAllowNonScalarKeys(true)
                        .build();
        try {
            return isTooDeep(new Parse(settings).parseString(text))
                    ? Optional.empty()
                    : new Compose(settings).composeString(text).map(this::tree);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().or(e::getContextMark).map(Mark::getLine).orElse(0) + 1;
            problem(line, "this is not YAML: " + reason(e), "check indentation, colons and quotes");
        } catch (ReaderException e) {
            int line =
                    1
                            + (int)
                                    text.codePoints()
                                            .limit(e.getPosition())
                                            .filter(c -> c == '\n')
                                            .count();
            problem(
                    line,
                    "character U+%04X is not allowed in YAML".formatted(e.getCodePoint()),
                    "remove it");
        } catch (YamlEngineException e) {
            problem(1, "this is not YAML: " + e.getMessage(), "check the file");
        }
        return Optional.empty();
    }

    private static String reason(MarkedYamlEngineException e) {
        String problem = e.getProblem() == null ? "" : e.getProblem();
        return problem.contains("TAB") ? "it is indented by a tab; use spaces" : problem;
    }

    /// The composer recurses, so depth is checked on the events, which don't.
    private boolean isTooDeep(Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            switch (event.getEventId()) {
                case SequenceStart, MappingStart -> depth++;
                case SequenceEnd, MappingEnd -> depth--;
                case Alias,
                        Comment,
                        DocumentEnd,
                        DocumentStart,
                        Scalar,
                        StreamEnd,
                        StreamStart -> {}
            }
            if (depth > DEEPEST) {
                problem(
                        event.getStartMark().map(Mark::getLine).orElse(0) + 1,
                        "values are nested more than " + DEEPEST + " deep",
                        "flatten them");
                return true;
            }
        }
        return false;
    }

    private Tree tree(Node node) {
        int line = line(node);
        String place = places.apply(line);
        if (node.isRecursive()) {
            problem(line, "this value contains itself", "remove the alias (*name)");
            return new Tree.Items(List.of(), place);
        }
        checkTag(node, line);
        return switch (node) {
            case ScalarNode s ->
                    new Tree.Scalar(
                            s.getValue(),
                            s.isPlain() ? Tree.Style.PLAIN : Tree.Style.QUOTED,
                            place);
            case SequenceNode s ->
                    new Tree.Items(s.getValue().stream().map(this::tree).toList(), place);
            case MappingNode m -> new Tree.Entries(entries(m), place);
            default -> throw new IllegalStateException("unknown node " + node.getNodeType());
        };
    }

    private Map<String, Tree.Entry> entries(MappingNode mapping) {
        Map<String, Tree.Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            int line = line(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problem(line, "a key must be a name", "check the brackets and braces");
                continue;
            }
            Tree.Entry entry = new Tree.Entry(places.apply(line), tree(tuple.getValueNode()));
            Tree.Entry first = entries.putIfAbsent(key.getValue(), entry);
            if (first != null) {
                problem(
                        line,
                        "'%s' is given twice, first at %s"
                                .formatted(key.getValue(), first.keyPlace()),
                        "keep one");
            }
        }
        return entries;
    }

    private void checkTag(Node node, int line) {
        String tag = node.getTag().getValue();
        if (!tag.matches("tag:yaml\\.org,2002:(str|int|float|bool|null|seq|map)")) {
            problem(line, "the tag '" + tag + "' is not understood", "remove it");
        }
    }

    private void problem(int line, String cause, String cure) {
        findings.add(places.apply(line), "", cause, cure);
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }
}

package fovea.words;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/// Finds the sentences that can become part of a problem or of an exception's message: what is
/// given to [fovea.problem.Problem] and its kin, or to an exception that stands for bad input,
/// followed backwards through parameters, variables, fields and methods to the words themselves.
final class MessageScan {
    /// What words are looked for. Places are mostly paths and names, which nobody translates.
    private enum Role {
        SENTENCE(Pattern.compile("\\p{L}{2}")),
        PLACE(Pattern.compile("(?s)(?=.*\\s).*\\p{L}{2}"));

        private final Pattern words;

        Role(Pattern words) {
            this.words = words;
        }
    }

    /// Exceptions of Java that the product throws for bad input. The others tell of mistakes in the
    /// program, which stay in English for those who mend them.
    private static final List<String> FOR_USERS =
            List.of(
                    "java.lang.IllegalArgumentException",
                    "java.io.IOException",
                    "java.io.UncheckedIOException");

    /// What gives back what it is called on or given.
    private static final Set<String> HANDED_ON =
            Set.of(
                    "of",
                    "ofNullable",
                    "or",
                    "orElse",
                    "orElseGet",
                    "map",
                    "requireNonNullElse",
                    "toString",
                    "valueOf");

    private final SourceCode code;
    private final Sentences sentences;
    private final Map<String, String> found = new TreeMap<>();
    private final Map<String, String> silent = new TreeMap<>();
    private final Map<Role, IdentityHashMap<Tree, Boolean>> seen = new EnumMap<>(Role.class);
    private final Set<Element> following = new HashSet<>();

    private MessageScan(SourceCode code) {
        this.code = code;
        sentences = new Sentences(code);
    }

    static MessageScan of(List<Path> files) {
        MessageScan scan = new MessageScan(SourceCode.of(files));
        scan.code.calls().forEach(scan::begin);
        return scan;
    }

    /// Each template, such as `class '%s' is there twice`, and where it stands: `file:line`.
    Map<String, String> sentences() {
        return found;
    }

    /// Causes, cures and messages without a word that could be found, by where they stand.
    Map<String, String> silent() {
        return silent;
    }

    private void begin(SourceCode.Call call) {
        if (call.callee().getKind() != ElementKind.CONSTRUCTOR) {
            return;
        }
        TypeElement type = (TypeElement) SourceCode.owner(call.callee());
        if (code.isA(type.asType(), "java.lang.Throwable")) {
            beginException(call, type);
        } else if (type.getKind() == ElementKind.RECORD) {
            beginRecord(call, type);
        }
    }

    private void beginException(SourceCode.Call call, TypeElement type) {
        boolean ours = SourceCode.isSuper(call) && !code.isOurs(call.callee());
        if (ours || FOR_USERS.contains(type.getQualifiedName().toString())) {
            call.arguments().stream().filter(this::isText).forEach(this::sentence);
        }
    }

    private void beginRecord(SourceCode.Call call, TypeElement type) {
        // Classes that are compiled already do not tell the names of parameters.
        List<String> names =
                type.getRecordComponents().stream()
                        .map(component -> component.getSimpleName().toString())
                        .toList();
        if (names.containsAll(List.of("cause", "cure"))
                && names.size() == call.arguments().size()) {
            for (int i = 0; i < names.size(); i++) {
                switch (names.get(i)) {
                    case "cause", "cure" -> sentence(call.arguments().get(i));
                    case "place" -> take(call.arguments().get(i), Role.PLACE);
                    default -> {}
                }
            }
        }
    }

    private void sentence(ExpressionTree tree) {
        if (!take(tree, Role.SENTENCE)) {
            silent.put(code.place(tree), tree.toString());
        }
    }

    /// Whether the expression can have words that we found.
    private boolean take(ExpressionTree tree, Role role) {
        IdentityHashMap<Tree, Boolean> looked =
                seen.computeIfAbsent(role, key -> new IdentityHashMap<>());
        Boolean known = looked.putIfAbsent(tree, false);
        if (known != null) {
            return known;
        }
        boolean speaks = false;
        for (List<Piece> pieces : sentences.of(tree)) {
            speaks |= take(pieces, tree, role);
        }
        looked.put(tree, speaks);
        return speaks;
    }

    private boolean take(List<Piece> pieces, ExpressionTree tree, Role role) {
        String words =
                String.join(
                        "\0",
                        pieces.stream()
                                .filter(Piece.Words.class::isInstance)
                                .map(piece -> ((Piece.Words) piece).text())
                                .toList());
        // An option is written alike in all languages.
        boolean sentence = role.words.matcher(words.replaceAll("--\\w+", "")).find();
        boolean holes = false;
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Hole hole) {
                holes |= follow(hole.value(), pieces.size() == 1 ? role : Role.PLACE);
            }
        }
        // Punctuation between two sentences is a sentence, too: the parts have to be told apart.
        if (sentence || (holes && pieces.size() > 1)) {
            keep(Piece.template(pieces), code.place(tree));
        }
        return sentence || holes;
    }

    /// Of a text of several lines each is said for itself; one with nothing but values says
    /// nothing.
    private void keep(String template, String place) {
        List<String> lines = template.lines().toList();
        lines.stream()
                .filter(line -> lines.size() == 1 || !line.strip().equals("%s"))
                .forEach(line -> found.merge(line, place, (a, b) -> a.compareTo(b) < 0 ? a : b));
    }

    /// To where a value comes from.
    private boolean follow(ExpressionTree tree, Role role) {
        Optional<Element> element = code.element(tree);
        if (tree instanceof MethodInvocationTree call
                && element.orElse(null) instanceof ExecutableElement method) {
            return called(call, method, role);
        }
        if ((tree instanceof IdentifierTree || tree instanceof MemberSelectTree)
                && element.orElse(null) instanceof VariableElement variable) {
            return isText(tree) ? variable(variable, role) : spoken(tree, role);
        }
        boolean madeHere =
                isText(tree) && sentences.of(tree).stream().anyMatch(pieces -> pieces.size() > 1);
        return madeHere ? take(tree, role) : spoken(tree, role);
    }

    private boolean called(MethodInvocationTree call, ExecutableElement method, Role role) {
        if (isAccessor(method)) {
            return component((TypeElement) SourceCode.owner(method), method, role);
        }
        if (code.isOurs(method)) {
            return returned(method, role) || spoken(call, role);
        }
        boolean speaks = false;
        if (HANDED_ON.contains(method.getSimpleName().toString())) {
            if (call.getMethodSelect() instanceof MemberSelectTree select) {
                speaks = follow(select.getExpression(), role);
            }
            for (ExpressionTree argument : call.getArguments()) {
                speaks |= handedOn(argument, role);
            }
        }
        return speaks || spoken(call, role);
    }

    private boolean returned(ExecutableElement method, Role role) {
        boolean speaks = false;
        if (following.add(method)) {
            for (ExecutableElement each : code.family(method)) {
                for (ExpressionTree result : code.returned(each)) {
                    speaks |= handedOn(result, role);
                }
            }
            following.remove(method);
        }
        return speaks;
    }

    private boolean handedOn(ExpressionTree tree, Role role) {
        if (tree instanceof LambdaExpressionTree lambda) {
            return lambda.getBody() instanceof ExpressionTree result && handedOn(result, role);
        }
        return isText(tree) ? take(tree, role) : follow(tree, role);
    }

    private boolean variable(VariableElement variable, Role role) {
        boolean speaks = takeAll(code.given(variable), role);
        if (variable.getKind() == ElementKind.PARAMETER
                && variable.getEnclosingElement() instanceof ExecutableElement method) {
            int index = method.getParameters().indexOf(variable);
            for (ExecutableElement each : code.family(method)) {
                for (SourceCode.Call call : code.callsOf(each)) {
                    if (index >= 0 && index < call.arguments().size()) {
                        speaks |= take(call.arguments().get(index), role);
                    }
                }
            }
        }
        if (variable.getKind() == ElementKind.FIELD
                && variable.getEnclosingElement() instanceof TypeElement type) {
            speaks |= component(type, variable, role);
        }
        return speaks;
    }

    /// A record's component: what the record was made with.
    private boolean component(TypeElement type, Element named, Role role) {
        boolean speaks = false;
        for (SourceCode.Call call : code.calls()) {
            if (type.getKind() == ElementKind.RECORD
                    && call.callee().getKind() == ElementKind.CONSTRUCTOR
                    && SourceCode.owner(call.callee()).equals(type)) {
                List<? extends VariableElement> parameters = call.callee().getParameters();
                for (int i = 0; i < parameters.size() && i < call.arguments().size(); i++) {
                    if (parameters.get(i).getSimpleName().equals(named.getSimpleName())
                            && isText(call.arguments().get(i))) {
                        speaks |= take(call.arguments().get(i), role);
                    }
                }
            }
        }
        return speaks;
    }

    /// A thing that says itself how it is called.
    private boolean spoken(ExpressionTree tree, Role role) {
        return code.type(tree)
                .map(type -> code.toStringOf(type))
                .map(results -> takeAll(results, role))
                .orElse(false);
    }

    private boolean takeAll(List<ExpressionTree> trees, Role role) {
        boolean speaks = false;
        for (ExpressionTree tree : trees) {
            speaks |= isText(tree) && take(tree, role);
        }
        return speaks;
    }

    private static boolean isAccessor(ExecutableElement method) {
        return SourceCode.owner(method).getKind() == ElementKind.RECORD
                && method.getParameters().isEmpty()
                && !method.getModifiers().contains(Modifier.STATIC)
                && ((TypeElement) SourceCode.owner(method))
                        .getRecordComponents().stream()
                                .anyMatch(c -> c.getSimpleName().equals(method.getSimpleName()));
    }

    private boolean isText(Tree tree) {
        return code.type(tree).filter(type -> code.isA(type, "java.lang.String")).isPresent();
    }
}

package fovea.words;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Sources as the compiler understands them: who calls what with what, what a method returns, what
/// a variable is given.
final class SourceCode {
    /// A call, or a creation, of something with arguments.
    record Call(Tree tree, ExecutableElement callee, List<? extends ExpressionTree> arguments) {}

    private final JavacTask task;
    private final Trees trees;
    private final IdentityHashMap<Tree, TreePath> paths = new IdentityHashMap<>();
    private final List<Call> calls = new ArrayList<>();
    private final Map<Element, List<Call>> callsOf = new HashMap<>();
    private final Map<Element, List<ExpressionTree>> returned = new HashMap<>();
    private final Map<Element, List<ExpressionTree>> given = new HashMap<>();
    private final Map<String, List<ExecutableElement>> methods = new HashMap<>();

    private SourceCode(JavacTask task, List<String> errors) throws IOException {
        this.task = task;
        trees = Trees.instance(task);
        List<CompilationUnitTree> units = new ArrayList<>();
        task.parse().forEach(units::add);
        task.analyze();
        if (!errors.isEmpty()) {
            throw new AssertionError("the sources must compile to be understood: " + errors);
        }
        units.forEach(unit -> new Reader().scan(unit, null));
    }

    /// Sources that compile together.
    static SourceCode of(List<Path> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            String classPath =
                    System.getProperty(
                            "surefire.test.class.path", System.getProperty("java.class.path"));
            List<String> options = List.of("-proc:none", "-nowarn", "-classpath", classPath);
            List<String> errors = new ArrayList<>();
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    manager,
                                    told -> {
                                        if (told.getKind() == Diagnostic.Kind.ERROR) {
                                            errors.add(told.toString());
                                        }
                                    },
                                    options,
                                    null,
                                    manager.getJavaFileObjectsFromPaths(files));
            return new SourceCode(task, errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Call> calls() {
        return calls;
    }

    List<Call> callsOf(Element callee) {
        return callsOf.getOrDefault(callee, List.of());
    }

    /// Whether the method's body is among the sources.
    boolean isOurs(Element method) {
        return returned.containsKey(method);
    }

    /// What a method returns.
    List<ExpressionTree> returned(Element method) {
        return returned.getOrDefault(method, List.of());
    }

    /// What a variable or field is initialised with or assigned.
    List<ExpressionTree> given(Element variable) {
        return given.getOrDefault(variable, List.of());
    }

    /// The method and those that override it or that it overrides.
    List<ExecutableElement> family(ExecutableElement method) {
        return methods.getOrDefault(method.getSimpleName().toString(), List.of()).stream()
                .filter(other -> other.equals(method) || related(other, method))
                .toList();
    }

    private boolean related(ExecutableElement a, ExecutableElement b) {
        var elements = task.getElements();
        return elements.overrides(a, b, (TypeElement) owner(a))
                || elements.overrides(b, a, (TypeElement) owner(b));
    }

    /// What a name, a call or a creation means.
    Optional<Element> element(Tree tree) {
        return path(tree).map(trees::getElement);
    }

    Optional<TypeMirror> type(Tree tree) {
        return path(tree).map(trees::getTypeMirror);
    }

    /// What our own `toString` of a type returns; empty if it has none.
    List<ExpressionTree> toStringOf(TypeMirror type) {
        return methods.getOrDefault("toString", List.of()).stream()
                .filter(method -> method.getParameters().isEmpty())
                .filter(
                        method ->
                                task.getTypes()
                                        .isSubtype(
                                                task.getTypes().erasure(type),
                                                task.getTypes().erasure(owner(method).asType())))
                .flatMap(method -> returned(method).stream())
                .toList();
    }

    boolean isA(TypeMirror type, String superclass) {
        TypeElement other = task.getElements().getTypeElement(superclass);
        return task.getTypes().isSubtype(task.getTypes().erasure(type), other.asType());
    }

    /// `Problem.java:12`.
    String place(Tree tree) {
        TreePath path = paths.get(tree);
        if (path == null) {
            return "?";
        }
        CompilationUnitTree unit = path.getCompilationUnit();
        long at = trees.getSourcePositions().getStartPosition(unit, tree);
        Path file = Path.of(unit.getSourceFile().toUri());
        return file + ":" + unit.getLineMap().getLineNumber(at);
    }

    private Optional<TreePath> path(Tree tree) {
        return Optional.ofNullable(paths.get(tree));
    }

    private final class Reader extends TreePathScanner<Void, Void> {
        @Override
        public Void scan(Tree tree, Void nothing) {
            if (tree != null && getCurrentPath() != null) {
                paths.put(tree, new TreePath(getCurrentPath(), tree));
            }
            return super.scan(tree, null);
        }

        @Override
        public Void visitMethod(MethodTree tree, Void nothing) {
            if (trees.getElement(getCurrentPath()) instanceof ExecutableElement method) {
                returned.computeIfAbsent(method, key -> new ArrayList<>());
                methods.computeIfAbsent(method.getSimpleName().toString(), key -> new ArrayList<>())
                        .add(method);
            }
            return super.visitMethod(tree, null);
        }

        @Override
        public Void visitReturn(ReturnTree tree, Void nothing) {
            for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
                if (path.getLeaf() instanceof LambdaExpressionTree) {
                    break;
                }
                if (path.getLeaf() instanceof MethodTree) {
                    add(returned, trees.getElement(path), tree.getExpression());
                    break;
                }
            }
            return super.visitReturn(tree, null);
        }

        @Override
        public Void visitVariable(VariableTree tree, Void nothing) {
            add(given, trees.getElement(getCurrentPath()), tree.getInitializer());
            return super.visitVariable(tree, null);
        }

        @Override
        public Void visitAssignment(AssignmentTree tree, Void nothing) {
            add(
                    given,
                    trees.getElement(new TreePath(getCurrentPath(), tree.getVariable())),
                    tree.getExpression());
            return super.visitAssignment(tree, null);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
            call(tree, tree.getArguments());
            return super.visitMethodInvocation(tree, null);
        }

        @Override
        public Void visitNewClass(NewClassTree tree, Void nothing) {
            call(tree, tree.getArguments());
            return super.visitNewClass(tree, null);
        }

        private void call(Tree tree, List<? extends ExpressionTree> arguments) {
            if (trees.getElement(getCurrentPath()) instanceof ExecutableElement callee) {
                Call call = new Call(tree, callee, arguments);
                calls.add(call);
                callsOf.computeIfAbsent(callee, key -> new ArrayList<>()).add(call);
            }
        }

        private static void add(
                Map<Element, List<ExpressionTree>> to, Element key, ExpressionTree value) {
            if (key != null && value != null) {
                to.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
            }
        }
    }

    /// The type that has a method.
    static Element owner(ExecutableElement method) {
        return Objects.requireNonNull(method.getEnclosingElement(), "every method has a type");
    }

    /// Whether the call is `super(…)`.
    static boolean isSuper(Call call) {
        return call.tree() instanceof MethodInvocationTree invocation
                && invocation.getMethodSelect() instanceof IdentifierTree name
                && name.getName().contentEquals("super");
    }
}

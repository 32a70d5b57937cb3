package fovea.words;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import javax.lang.model.element.VariableElement;

/// Takes text expressions apart: `"class '" + name + "' is there twice"` and `"class '%s' is there
/// twice".formatted(name)` are both words, a hole and words. A choice gives one sentence for each
/// way.
record Sentences(SourceCode code) {
    private static final Set<String> WHOLE =
            Set.of("int", "long", "java.lang.Integer", "java.lang.Long");

    /// The sentences an expression can be.
    List<List<Piece>> of(ExpressionTree tree) {
        return switch (tree) {
            case ParenthesizedTree inner -> of(inner.getExpression());
            case LiteralTree literal when literal.getValue() instanceof String text ->
                    List.of(List.of(new Piece.Words(text)));
            case BinaryTree sum when sum.getKind() == Tree.Kind.PLUS && isText(sum) ->
                    joined(of(sum.getLeftOperand()), of(sum.getRightOperand()));
            case ConditionalExpressionTree choice ->
                    Stream.concat(
                                    of(choice.getTrueExpression()).stream(),
                                    of(choice.getFalseExpression()).stream())
                            .toList();
            case SwitchExpressionTree choice ->
                    results(choice).stream().flatMap(result -> of(result).stream()).toList();
            case MethodInvocationTree call when isFormat(call) -> formatted(call);
            default -> constantOrHole(tree);
        };
    }

    private List<List<Piece>> constantOrHole(ExpressionTree tree) {
        return code.element(tree)
                .filter(VariableElement.class::isInstance)
                .map(variable -> ((VariableElement) variable).getConstantValue())
                .filter(String.class::isInstance)
                .map(text -> List.of(List.<Piece>of(new Piece.Words((String) text))))
                .orElseGet(() -> List.of(List.of(new Piece.Hole(placeholder(tree), tree))));
    }

    private String placeholder(ExpressionTree tree) {
        return code.type(tree)
                .filter(type -> WHOLE.contains(type.toString()))
                .map(type -> "%d")
                .orElse("%s");
    }

    private boolean isText(Tree tree) {
        return code.type(tree).filter(type -> code.isA(type, "java.lang.String")).isPresent();
    }

    private static List<List<Piece>> joined(List<List<Piece>> left, List<List<Piece>> right) {
        return left.stream()
                .flatMap(a -> right.stream().map(b -> Stream.concat(a.stream(), b.stream())))
                .map(Stream::toList)
                .toList();
    }

    /// Whether the call is `text.formatted(…)` or `String.format(text, …)`.
    private static boolean isFormat(MethodInvocationTree call) {
        return call.getMethodSelect() instanceof MemberSelectTree select
                && (select.getIdentifier().contentEquals("formatted")
                        || (select.getIdentifier().contentEquals("format")
                                && select.getExpression().toString().equals("String")));
    }

    private List<List<Piece>> formatted(MethodInvocationTree call) {
        MemberSelectTree select = (MemberSelectTree) call.getMethodSelect();
        List<ExpressionTree> arguments = new ArrayList<>(call.getArguments());
        ExpressionTree format = select.getExpression();
        if (select.getIdentifier().contentEquals("format")) {
            if (!isText(arguments.getFirst())) {
                arguments.removeFirst();
            }
            format = arguments.removeFirst();
        }
        return of(format).stream().map(pieces -> formatted(pieces, arguments)).toList();
    }

    private static List<Piece> formatted(List<Piece> format, List<ExpressionTree> arguments) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : format) {
            switch (piece) {
                case Piece.Words words -> text.append(words.text());
                case Piece.Hole hole ->
                        throw new AssertionError("a format must be a literal: " + hole.value());
            }
        }
        return Piece.formatted(text.toString(), arguments);
    }

    private static List<ExpressionTree> results(SwitchExpressionTree choice) {
        List<ExpressionTree> results = new ArrayList<>();
        for (CaseTree way : choice.getCases()) {
            if (way.getBody() instanceof ExpressionTree result) {
                results.add(result);
            } else {
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitYield(YieldTree tree, Void nothing) {
                        results.add(tree.getValue());
                        return null;
                    }
                }.scan(way, null);
            }
        }
        return results;
    }
}

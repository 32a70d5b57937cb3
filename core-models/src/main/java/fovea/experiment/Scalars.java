package fovea.experiment;

import fovea.experiment.FieldInfo.Bounds;

import java.math.BigInteger;
import java.util.Optional;

/// Reads single values. What is wrong goes to the findings, and the result is empty.
final class Scalars {
    private static final int LONGEST_NUMBER = 40;
    private static final String WHOLE = "[-+]?[0-9]+";
    private static final String REAL = "[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]+)?";

    private final Findings findings;
    private final String path;

    Scalars(Findings findings, String path) {
        this.findings = findings;
        this.path = path;
    }

    Optional<Object> flag(Tree tree) {
        if (tree instanceof Tree.Scalar scalar
                && (scalar.isPlain("true") || scalar.isPlain("false"))) {
            return Optional.of(scalar.isPlain("true"));
        }
        return fail(tree, show(tree) + " is not a yes or no", "write true or false");
    }

    Optional<Object> integer(Tree tree, Bounds bounds) {
        return whole(tree, bounds, Integer.SIZE).map(BigInteger::intValueExact);
    }

    Optional<Object> longInteger(Tree tree, Bounds bounds) {
        return whole(tree, bounds, Long.SIZE).map(BigInteger::longValueExact);
    }

    private Optional<BigInteger> whole(Tree tree, Bounds bounds, int bits) {
        if (!isPlain(tree, WHOLE)) {
            fail(tree, show(tree) + " is not a whole number", "write digits, without quotes");
            return Optional.empty();
        }
        BigInteger value = new BigInteger(((Tree.Scalar) tree).text());
        if (!within(tree, value.doubleValue(), bounds)) {
            return Optional.empty();
        }
        if (value.bitLength() >= bits) {
            fail(tree, show(tree) + " is too large", "give a smaller number");
            return Optional.empty();
        }
        return Optional.of(value);
    }

    Optional<Object> real(Tree tree, Bounds bounds) {
        if (!isPlain(tree, REAL)) {
            return fail(tree, show(tree) + " is not a number", "write it as 0.1 or 1e-3, unquoted");
        }
        double value = Double.parseDouble(((Tree.Scalar) tree).text());
        if (!within(tree, value, bounds)) {
            return Optional.empty();
        }
        return Double.isFinite(value)
                ? Optional.of(value)
                : fail(tree, show(tree) + " is too large", "give a smaller number");
    }

    private static boolean isPlain(Tree tree, String pattern) {
        return tree instanceof Tree.Scalar scalar
                && scalar.style() == Tree.Style.PLAIN
                && scalar.text().length() <= LONGEST_NUMBER
                && scalar.text().matches(pattern);
    }

    private boolean within(Tree tree, double value, Bounds bounds) {
        boolean inside = bounds.contains(value);
        if (!inside) {
            fail(tree, show(tree) + " is out of range", "give " + bounds);
        }
        return inside;
    }

    Optional<Object> text(Tree tree) {
        if (tree instanceof Tree.Scalar scalar && !scalar.isEmpty()) {
            return Optional.of(scalar.text());
        }
        return fail(tree, show(tree) + " is not text", "write text, in quotes if it is unusual");
    }

    Optional<Object> choice(Tree tree, FieldType.Choice type) {
        if (!(tree instanceof Tree.Scalar scalar)) {
            return fail(
                    tree,
                    show(tree) + " is no choice",
                    "one of " + String.join(", ", type.names()));
        }
        Optional<? extends Enum<?>> constant = type.constant(scalar.text());
        return constant.isPresent()
                ? Optional.of(constant.get())
                : fail(
                        tree,
                        show(tree) + " is no choice",
                        Suggestions.of(scalar.text(), type.names()));
    }

    private static String show(Tree tree) {
        return switch (tree) {
            case Tree.Scalar s when s.isEmpty() -> "an empty value";
            case Tree.Scalar s -> "'" + Suggestions.shortened(s.text()) + "'";
            case Tree.Items _ -> "a list";
            case Tree.Entries _ -> "a map";
        };
    }

    private Optional<Object> fail(Tree tree, String cause, String cure) {
        findings.add(tree.place(), path, cause, cure);
        return Optional.empty();
    }
}

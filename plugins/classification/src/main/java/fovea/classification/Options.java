package fovea.classification;

import fovea.problem.InvalidInputException;
import fovea.sample.ClassList;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The options of an offline evaluation, checked.
final class Options {
    static final String TOP_K = "topk";
    static final String THRESHOLD = "threshold";
    static final String AVERAGE = "average";

    private static final String NO_THRESHOLD = "none";

    private static final Pattern NUMBERS = Pattern.compile("\\d{1,6}( *, *\\d{1,6})*");

    private final Map<String, String> values;

    /// @param known the options that the metric takes
    /// @throws InvalidInputException if another one is given
    Options(Map<String, String> values, Set<String> known) {
        this.values = values;
        for (String name : new TreeSet<>(values.keySet())) {
            if (!known.contains(name)) {
                throw invalid(
                        name,
                        "this metric has no such option",
                        "it takes " + String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /// One or more numbers of classes such as `1,5`, each from 1 to the number of classes.
    List<Integer> topk(ClassList classes) {
        if (!has(TOP_K)) {
            return ClassificationEvaluators.topk(classes);
        }
        String text = value(TOP_K).strip();
        if (!NUMBERS.matcher(text).matches()) {
            throw badTopk(classes);
        }
        List<Integer> topk = Arrays.stream(text.split(" *, *")).map(Integer::valueOf).toList();
        if (topk.stream().anyMatch(k -> k < 1 || k > classes.size())) {
            throw badTopk(classes);
        }
        return topk.stream().distinct().toList();
    }

    /// Just one number of classes.
    int oneTopk(ClassList classes) {
        List<Integer> topk = topk(classes);
        if (topk.size() > 1) {
            throw invalid(TOP_K, "this metric takes one number of classes", "give one such as 3");
        }
        return topk.getFirst();
    }

    private InvalidInputException badTopk(ClassList classes) {
        return invalid(
                TOP_K,
                "'" + value(TOP_K) + "' is not a number of classes",
                "give whole numbers from 1 to " + classes.size() + ", separated by commas");
    }

    /// A number; `none` is minus infinity, which every score exceeds.
    OptionalDouble threshold() {
        return has(THRESHOLD) && value(THRESHOLD).strip().equals(NO_THRESHOLD)
                ? OptionalDouble.of(Double.NEGATIVE_INFINITY)
                : finiteThreshold();
    }

    /// A number.
    OptionalDouble finiteThreshold() {
        if (!has(THRESHOLD)) {
            return OptionalDouble.empty();
        }
        OptionalDouble number = Numbers.parse(value(THRESHOLD).strip());
        if (number.isEmpty()) {
            throw invalid(
                    THRESHOLD,
                    "'" + value(THRESHOLD) + "' is not a number",
                    "give one such as 0.5");
        }
        return number;
    }

    /// One average, or macro and micro if none is asked for.
    List<Average> averages() {
        if (!has(AVERAGE)) {
            return ClassificationEvaluators.AVERAGES;
        }
        String text = value(AVERAGE).strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(Average.values())
                .filter(average -> average.name().equals(text))
                .findFirst()
                .map(List::of)
                .orElseThrow(
                        () ->
                                invalid(
                                        AVERAGE,
                                        "there is no average '" + value(AVERAGE) + "'",
                                        "give macro, micro or classwise"));
    }

    private String value(String name) {
        return values.getOrDefault(name, "");
    }

    private static InvalidInputException invalid(String name, String cause, String cure) {
        return InvalidInputException.of("option " + name, cause, cure);
    }
}

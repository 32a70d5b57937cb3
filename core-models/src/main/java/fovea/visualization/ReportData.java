package fovea.visualization;

import fovea.evaluation.Evaluation;
import fovea.evaluation.Mistake;
import fovea.sample.ClassList;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a report of a run shows.
///
/// @param headline what the run was and how it ended
/// @param charts loss, accuracy, learning rate …
/// @param mistakes worst first; pictures that cannot be read are left blank
/// @param environment versions, machine, device, in the order in which they should be shown
public record ReportData(
        Headline headline,
        List<Chart> charts,
        Evaluation evaluation,
        ClassList classes,
        List<Mistake> mistakes,
        Map<String, String> environment) {
    /// The top of a report.
    ///
    /// @param name of the run
    /// @param outcome a few words: `completed`
    /// @param numbers the numbers that matter, written out, by what they are: `top-1 accuracy` and
    ///   `91.2 %`
    public record Headline(String name, String outcome, Map<String, String> numbers) {
        public Headline {
            numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
        }
    }

    public ReportData {
        charts = List.copyOf(charts);
        mistakes = List.copyOf(mistakes);
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    }
}

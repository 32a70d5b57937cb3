package fovea.classification;

import fovea.evaluation.Evaluation;
import fovea.problem.InvalidInputException;
import fovea.sample.ClassList;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Brings the rows of a truth file and a predictions file together.
record Comparison(Path truth, Path predictions, Scores scores) {
    /// What scores may be.
    enum Scores {
        ANY,
        /// A best score below 0 is a sign of raw outputs, which a threshold of 0 would silently
        /// turn into "predicts nothing".
        BEST_NOT_NEGATIVE
    }

    /// Makes an evaluator once the classes are known.
    interface Choice {
        ScoreEvaluator evaluator(ClassList classes);
    }

    /// @throws InvalidInputException with everything wrong in both files
    Evaluation judge(Choice choice) {
        Problems problems = new Problems();
        try (CsvReader truthReader = CsvReader.open(truth);
                CsvReader predictionsReader = CsvReader.open(predictions)) {
            PredictionsFile predicted = new PredictionsFile(predictionsReader, problems);
            ScoreEvaluator evaluator = choice.evaluator(predicted.classes());
            Map<String, TruthFile.Truth> truths =
                    new TruthFile(truthReader, evaluator.labelling(), predicted.indices(), problems)
                            .read();
            if (truths.isEmpty()) {
                problems.throwIfAny();
            }
            addAll(predicted, truths, evaluator, problems);
            problems.throwIfAny();
            return evaluator.evaluation();
        } catch (InvalidInputException broken) {
            throw problems.endedBy(broken);
        }
    }

    private void addAll(
            PredictionsFile predicted,
            Map<String, TruthFile.Truth> truths,
            ScoreEvaluator evaluator,
            Problems problems) {
        for (Optional<PredictionsFile.Prediction> next = predicted.next();
                next.isPresent();
                next = predicted.next()) {
            PredictionsFile.Prediction prediction = next.get();
            TruthFile.Truth known = truths.get(prediction.image());
            if (known == null) {
                problems.add(
                        predictions,
                        prediction.line(),
                        "image '" + prediction.image() + "' is not in the truth",
                        "add its label to " + truth.getFileName() + " or leave the row out");
            } else if (prediction.scores().isPresent() && known.classes().isPresent()) {
                add(prediction, known.classes().get(), evaluator, problems);
            }
        }
        truths.forEach(
                (image, known) -> {
                    if (!predicted.has(image)) {
                        problems.add(
                                truth,
                                known.line(),
                                "image '" + image + "' has no prediction",
                                "add its row to " + predictions.getFileName());
                    }
                });
    }

    private void add(
            PredictionsFile.Prediction prediction,
            List<Integer> labels,
            ScoreEvaluator evaluator,
            Problems problems) {
        double[] values = prediction.scores().orElseThrow();
        boolean allowed =
                switch (scores) {
                    case ANY -> true;
                    case BEST_NOT_NEGATIVE -> Arrays.stream(values).max().orElse(0) >= 0;
                };
        if (allowed) {
            evaluator.add(labels, values);
        } else {
            problems.add(
                    predictions,
                    prediction.line(),
                    "all scores are below 0, so they cannot be probabilities",
                    "give the softmax of the outputs, or the option threshold=none");
        }
    }
}

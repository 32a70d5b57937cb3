package fovea.experiment;

import static org.junit.jupiter.api.Assertions.assertThrows;

import fovea.component.Component;
import fovea.plugin.CorePlugin;
import fovea.plugin.Plugin;
import fovea.problem.InvalidInputException;
import fovea.problem.Problem;

import org.junit.jupiter.api.function.Executable;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Small data for the tests of this package.
final class Fixtures {
    static final String EXPERIMENT =
            """
            name: small
            data:
              source: ../data/small
              input: {channels: 1, height: 28, width: 28}
              augment:
                - {type: random-crop, width: 28, height: 28, padding: 2}
                - random-flip
            model:
              type: image-classifier
              backbone: {type: cifar-resnet, depth: 20}
            optimizer:
              type: sgd
              lr: 0.1
            """;

    private Fixtures() {}

    static Catalog catalog() {
        return Catalog.of(
                List.of(
                        new CorePlugin(),
                        plugin("pretend", List.of(PretendModel.class)),
                        plugin("shapes", Everything.all())));
    }

    static Plugin plugin(String name, List<Class<? extends Component>> components) {
        return new Plugin() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<Class<? extends Component>> components() {
                return components;
            }
        };
    }

    static Experiment experiment(String... overrides) {
        return ExperimentReader.read(EXPERIMENT, "small.yaml", List.of(overrides), catalog());
    }

    /// Reads the experiment after a replacement in its text and gives what is wrong.
    static List<String> problems(String part, String replacement) {
        if (!EXPERIMENT.contains(part)) {
            throw new IllegalArgumentException("no such part: " + part);
        }
        String text = EXPERIMENT.replace(part, replacement);
        return problems(() -> ExperimentReader.read(text, "small.yaml", List.of(), catalog()));
    }

    static List<String> problems(Executable reading) {
        return assertThrows(InvalidInputException.class, reading).problems().stream()
                .map(Problem::message)
                .toList();
    }

    static String repeat(String text, int times) {
        return Stream.generate(() -> text).limit(times).collect(Collectors.joining());
    }
}

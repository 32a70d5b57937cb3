package fovea.imports;

import fovea.engine.Weights;
import fovea.graph.Graph;
import fovea.graph.GraphException;
import fovea.graph.Initializer;
import fovea.graph.Op;
import fovea.graph.Shape;
import fovea.graph.Value;
import fovea.importing.Ending;
import fovea.importing.ImageSize;
import fovea.importing.ImportedNet;
import fovea.importing.PixelScale;
import fovea.model.layered.Activation;
import fovea.model.layered.Dense;
import fovea.model.layered.Layered;
import fovea.model.layered.Rescaling;
import fovea.problem.InvalidInputException;
import fovea.tensor.Batch;
import fovea.tensor.HostTensor;
import fovea.tensor.Layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes a net of a draft: cuts the classifier's end off, checks every shape, reads the weights.
public final class Assembly {
    private static final String RESULT = "result";

    /// Weights are saved as they are, at most as halves of halves.
    private static final long MOST_BYTES_PER_FILE_BYTE = 20;

    private final NetDraft draft;
    private final List<Layered.Entry> entries;

    private Assembly(NetDraft draft, String output) {
        this.draft = draft;
        this.entries = needed(draft.entries(), draft.result(output));
    }

    /// What a file is.
    ///
    /// @param origin the program and its version
    /// @param bytes how long the file is
    /// @param classes names, if it tells them
    public record Source(String origin, long bytes, ImageSize size, List<String> classes) {
        public Source {
            classes = List.copyOf(classes);
        }
    }

    /// @param output the foreign layer whose result is the net's
    /// @throws InvalidInputException with all the problems of the draft, or where shapes do not fit
    public static ImportedNet of(NetDraft draft, String output, Source source) {
        draft.requireNoProblems();
        try {
            return new Assembly(draft, output).assemble(source);
        } catch (LayerProblem problem) {
            throw InvalidInputException.of(draft.file(), problem.reason(), problem.cure());
        }
    }

    /// The layers that lead to a result, which is the last of them.
    private static List<Layered.Entry> needed(List<Layered.Entry> all, String output) {
        Set<String> wanted = new HashSet<>(Set.of(output));
        List<Layered.Entry> kept = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0; i--) {
            Layered.Entry entry = all.get(i);
            if (wanted.contains(entry.name())) {
                List<String> inputs =
                        entry.inputs().isEmpty()
                                ? List.of(i == 0 ? Layered.IMAGE : all.get(i - 1).name())
                                : entry.inputs();
                wanted.addAll(inputs);
                kept.addFirst(new Layered.Entry(entry.name(), inputs, entry.layer()));
            }
        }
        return kept;
    }

    private ImportedNet assemble(Source source) {
        Optional<PixelScale> scale = foldScale(source.size().channels());
        Ending.Scores scores = cutScores();
        Optional<Layered.Entry> head = cutHead();
        if (entries.isEmpty()) {
            entries.add(Layered.Entry.of("identity", new Rescaling(1, 0)));
        }
        Layered layers = new Layered(shortened());
        Graph graph = graph(layers, source.size());
        requireMemory(graph, source.bytes());
        Map<String, HostTensor> tensors = new LinkedHashMap<>();
        for (Value parameter : graph.parameters()) {
            tensors.put(parameter.name(), tensor(parameter));
        }
        Ending ending =
                head.map(dense -> linear(dense, graph, scores))
                        .orElseGet(() -> direct(graph, scores));
        return new ImportedNet(
                source.origin(),
                layers,
                new Weights(tensors),
                ending,
                source.size(),
                scale,
                source.classes(),
                draft.notes());
    }

    /// Takes out the layers that do nothing but scale the pixel values, which is then done while
    /// the images are read.
    private Optional<PixelScale> foldScale(int channels) {
        Optional<NetDraft.Affine> scale = Optional.empty();
        while (true) {
            List<Layered.Entry> first =
                    entries.stream()
                            .filter(entry -> entry.inputs().contains(Layered.IMAGE))
                            .toList();
            NetDraft.Affine affine =
                    first.size() == 1 ? draft.affines().get(first.getFirst().name()) : null;
            if (affine == null || affine.factors().stream().anyMatch(factor -> !(factor > 0))) {
                return scale.map(NetDraft.Affine::pixels);
            }
            String gone = first.getFirst().name();
            requireChannels(gone, affine, channels);
            scale = Optional.of(scale.map(affine::after).orElse(affine));
            entries.remove(first.getFirst());
            entries.replaceAll(
                    entry ->
                            new Layered.Entry(
                                    entry.name(),
                                    entry.inputs().stream()
                                            .map(name -> name.equals(gone) ? Layered.IMAGE : name)
                                            .toList(),
                                    entry.layer()));
        }
    }

    private void requireChannels(String layer, NetDraft.Affine affine, int channels) {
        int numbers = affine.factors().size();
        if (numbers != 1 && numbers != channels) {
            LayerProblem problem = LayerProblem.numbersForChannels(numbers, channels);
            throw InvalidInputException.of(draft.place(layer), problem.reason(), problem.cure());
        }
    }

    private Ending.Scores cutScores() {
        if (!entries.isEmpty() && entries.getLast().layer() instanceof Activation(var function)) {
            Ending.Scores scores =
                    switch (function) {
                        case SOFTMAX -> Ending.Scores.SOFTMAX;
                        case SIGMOID -> Ending.Scores.SIGMOID;
                        default -> Ending.Scores.RAW;
                    };
            if (scores != Ending.Scores.RAW) {
                cutLast();
            }
            return scores;
        }
        return Ending.Scores.RAW;
    }

    private void cutLast() {
        Layered.Entry last = entries.removeLast();
        // What the last layer took is now the result, and nothing may follow it.
        String before = last.inputs().getFirst();
        List<Layered.Entry> kept = needed(entries, before);
        entries.clear();
        entries.addAll(kept);
    }

    private Optional<Layered.Entry> cutHead() {
        if (entries.isEmpty() || !(entries.getLast().layer() instanceof Dense)) {
            return Optional.empty();
        }
        Layered.Entry dense = entries.getLast();
        cutLast();
        return Optional.of(dense);
    }

    /// Without the inputs that need not be said.
    private List<Layered.Entry> shortened() {
        List<Layered.Entry> shortened = new ArrayList<>();
        String before = Layered.IMAGE;
        for (Layered.Entry entry : entries) {
            boolean follows = entry.inputs().equals(List.of(before));
            shortened.add(follows ? Layered.Entry.of(entry.name(), entry.layer()) : entry);
            before = entry.name();
        }
        return shortened;
    }

    private Graph graph(Layered layers, ImageSize size) {
        try {
            return Graph.build(
                    "import",
                    g -> {
                        Shape image = Shape.image(size.channels(), size.height(), size.width());
                        Value input = g.input(Batch.IMAGE, image);
                        Map<String, Value> values = layers.values(g, input);
                        g.output(RESULT, List.copyOf(values.values()).getLast());
                    });
        } catch (InvalidInputException e) {
            throw new InvalidInputException(
                    e.problems().stream()
                            .map(
                                    problem ->
                                            new fovea.problem.Problem(
                                                    draft.file() + ": " + problem.place(),
                                                    problem.cause(),
                                                    "the layers do not fit together for images of "
                                                            + size
                                                            + "; give another --size if the net"
                                                            + " takes several, or save the model"
                                                            + " again"))
                            .toList());
        } catch (GraphException | ArithmeticException e) {
            throw InvalidInputException.of(
                    draft.file(),
                    "its layers cannot be put together (" + e.getMessage() + ")",
                    "save the model again");
        }
    }

    private void requireMemory(Graph graph, long bytes) {
        double needed = 0;
        for (Value parameter : graph.parameters()) {
            double size = Float.BYTES;
            for (int dim : parameter.shape().dims()) {
                size *= dim;
            }
            if (size > Integer.MAX_VALUE) {
                throw InvalidInputException.of(
                        draft.file(),
                        "its parameter " + parameter + " is larger than 2 GB",
                        "use a smaller net");
            }
            needed += size;
        }
        if (needed > MOST_BYTES_PER_FILE_BYTE * (double) bytes) {
            throw InvalidInputException.of(
                    draft.file(),
                    "its layers need %.0f MB of weights, and the whole file has %.1f MB"
                            .formatted(needed / 1e6, bytes / 1e6),
                    "it is damaged or made to harm; save the model again");
        }
    }

    private HostTensor tensor(Value parameter) {
        NetDraft.Planned plan = draft.plans().get(parameter.name());
        List<Integer> shape = parameter.shape().dims();
        if (plan != null) {
            return read(plan, shape);
        }
        if (parameter.op() instanceof Op.Parameter(var _, Initializer.Constant start, var _)) {
            HostTensor constant = HostTensor.zeros(Layout.CONTIGUOUS, shape);
            for (int i = 0; i < constant.elements(); i++) {
                constant.data().put(i, (float) start.value());
            }
            return constant;
        }
        throw new IllegalStateException("nobody said where " + parameter + " comes from");
    }

    private static HostTensor read(NetDraft.Planned plan, List<Integer> shape) {
        FileTensor tensor = plan.tensor();
        List<Integer> expected = plan.turn().fileShape(shape);
        if (!tensor.shape().equals(expected)) {
            throw InvalidInputException.of(
                    tensor.place(),
                    "it has the shape %s, its layer needs %s".formatted(tensor.shape(), expected),
                    "the file is damaged, or the net was built for images of another size; save"
                            + " the model again or give --size");
        }
        HostTensor into = HostTensor.zeros(Layout.CONTIGUOUS, shape);
        float[] values = plan.turn().apply(tensor.read(), expected);
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw InvalidInputException.of(
                        tensor.place(),
                        "it holds " + value,
                        "the net was broken by its training, or the file is damaged");
            }
        }
        into.data().put(0, values);
        return into;
    }

    private Ending linear(Layered.Entry dense, Graph graph, Ending.Scores scores) {
        int units = ((Dense) dense.layer()).units();
        List<Integer> shape = List.of(units, features(graph));
        NetDraft.Planned weight = draft.plans().get(dense.name() + ".weight");
        NetDraft.Planned bias = draft.plans().get(dense.name() + ".bias");
        if (weight == null) {
            throw new IllegalStateException("nobody said where the last layer's weight is");
        }
        return new Ending.Linear(
                read(weight, shape),
                bias == null ? HostTensor.zeros(units) : read(bias, List.of(units)),
                scores);
    }

    private Ending direct(Graph graph, Ending.Scores scores) {
        if (scores == Ending.Scores.RAW) {
            return new Ending.Open(vector(graph).dim(1));
        }
        return new Ending.Direct(features(graph), scores);
    }

    /// How long the vector is that the classes are told from. A classifier's scores are for the
    /// whole image.
    private int features(Graph graph) {
        Shape result = graph.output(RESULT).shape();
        if (result.rank() == 4 && result.dim(2) * result.dim(3) > 1) {
            throw InvalidInputException.of(
                    draft.file(),
                    "its result is a map of %d×%d pixels: it tells a class for each pixel, not one"
                                    .formatted(result.dim(2), result.dim(3))
                            + " for the image",
                    "import a net that classifies images, or one without its last layers");
        }
        return vector(graph).dim(1);
    }

    /// A vector, or a map whose mean becomes one.
    private Shape vector(Graph graph) {
        Shape result = graph.output(RESULT).shape();
        if (result.rank() != 2 && result.rank() != 4) {
            throw InvalidInputException.of(
                    draft.file(),
                    "its result is " + result + ", neither a vector nor a map",
                    "import a net that classifies images, or one without its last layers");
        }
        return result;
    }
}

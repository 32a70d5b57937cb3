package fovea.imports;

import fovea.graph.Bias;
import fovea.importing.PixelScale;
import fovea.model.layered.DepthwiseConvolution;
import fovea.model.layered.Flatten;
import fovea.model.layered.GlobalPooling;
import fovea.model.layered.Layer;
import fovea.model.layered.Layered;
import fovea.model.layered.Padding;
import fovea.model.layered.Rescaling;
import fovea.model.layered.ReshapeLayer;
import fovea.model.layered.Sliding;
import fovea.problem.InvalidInputException;
import fovea.problem.Problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A net while it is read: its layers so far, where their weights are, and what there is to say.
public final class NetDraft {
    private static final int LONGEST_NAME = 120;

    private final String file;
    private final List<Layered.Entry> entries = new ArrayList<>();
    private final Set<String> taken = new HashSet<>(Set.of(Layered.IMAGE));
    private final Map<String, String> results = new HashMap<>();
    private final Map<String, Planned> plans = new LinkedHashMap<>();
    private final List<Problem> notes = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Integer> ranks = new HashMap<>();
    private final Map<String, Affine> affines = new HashMap<>();

    /// Where a parameter comes from.
    record Planned(FileTensor tensor, Turn turn) {}

    /// factor·x + offset for each channel; a single number stands for all.
    public record Affine(List<Double> factors, List<Double> offsets) {
        public Affine {
            factors = List.copyOf(factors);
            offsets = List.copyOf(offsets);
        }

        Affine after(Affine first) {
            int channels = Math.max(factors.size(), first.factors.size());
            List<Double> products = new ArrayList<>();
            List<Double> sums = new ArrayList<>();
            for (int c = 0; c < channels; c++) {
                products.add(at(factors, c) * at(first.factors, c));
                sums.add(at(factors, c) * at(first.offsets, c) + at(offsets, c));
            }
            return new Affine(products, sums);
        }

        private static double at(List<Double> values, int channel) {
            return values.get(values.size() == 1 ? 0 : channel);
        }

        PixelScale pixels() {
            List<Double> mean = new ArrayList<>();
            List<Double> std = new ArrayList<>();
            for (int c = 0; c < factors.size(); c++) {
                double deviation = 1 / (255 * factors.get(c));
                std.add(deviation);
                // Adding 0 keeps a mean of −0 out of the experiment.
                mean.add(0 - offsets.get(c) * deviation);
            }
            return new PixelScale(mean, std);
        }
    }

    /// @param file what messages call the file
    public NetDraft(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    /// Says that a foreign layer's result is the image itself.
    public void image(String foreign) {
        results.put(foreign, Layered.IMAGE);
    }

    /// Says that a foreign layer passes on what it takes.
    public void passes(String foreign, String input) {
        results.put(foreign, result(input));
    }

    /// The layer that gives a foreign layer's result.
    public String result(String foreign) {
        String result = results.get(foreign);
        if (result == null) {
            throw new LayerProblem(
                    "it takes '" + foreign + "', which is no layer before it",
                    "save the model again with the program it comes from");
        }
        return result;
    }

    /// Adds a layer that gives a foreign layer's result.
    ///
    /// @param inputs foreign layers
    /// @return the layer's own name, for its weights
    public String add(String foreign, Layer layer, List<String> inputs) {
        if (inputs.isEmpty()) {
            throw new LayerProblem("it takes nothing", "connect it with the layer before it");
        }
        List<String> sources = inputs.stream().map(this::result).toList();
        String name = unique(foreign);
        boolean follows =
                sources.size() == 1
                        && sources.getFirst()
                                .equals(
                                        entries.isEmpty()
                                                ? Layered.IMAGE
                                                : entries.getLast().name());
        entries.add(new Layered.Entry(name, follows ? List.of() : sources, layer));
        ranks.put(name, rank(layer, sources));
        results.put(foreign, name);
        return name;
    }

    /// Says where a layer's parameter comes from.
    public void weights(String layer, String parameter, FileTensor tensor, Turn turn) {
        plans.put(layer + "." + parameter, new Planned(tensor, turn));
    }

    /// Adds factor·x + offset for each channel.
    public void affine(String foreign, String input, Affine affine) {
        String name;
        if (affine.factors().size() == 1) {
            Rescaling layer =
                    new Rescaling(affine.factors().getFirst(), affine.offsets().getFirst());
            name = add(foreign, layer, List.of(input));
        } else {
            Sliding pixel = Sliding.square(1, 1, Padding.VALID);
            Layer layer = new DepthwiseConvolution(1, pixel, Bias.LEARNT);
            name = add(foreign, layer, List.of(input));
            weights(name, "weight", FileTensor.of(name, affine.factors()), new Turn.Spread());
            weights(name, "bias", FileTensor.of(name, affine.offsets()), Turn.none());
        }
        affines.put(name, affine);
    }

    /// How many axes a foreign layer's result has, with that of the samples.
    public int rank(String foreign) {
        return ranks.getOrDefault(result(foreign), 4);
    }

    private int rank(Layer layer, List<String> sources) {
        return switch (layer) {
            case Flatten _ -> 2;
            case GlobalPooling pooling -> pooling.result() == GlobalPooling.Result.VECTOR ? 2 : 4;
            case ReshapeLayer reshape -> reshape.shape().size() + 1;
            default -> ranks.getOrDefault(sources.getFirst(), 4);
        };
    }

    /// Tells something the user should know.
    public void note(String layer, String cause, String cure) {
        notes.add(new Problem(place(layer), cause, cure));
    }

    /// Tells what stands against the import.
    public void problem(String layer, LayerProblem problem) {
        problems.add(new Problem(place(layer), problem.reason(), problem.cure()));
        results.putIfAbsent(layer, Layered.IMAGE);
    }

    String place(String layer) {
        return file + ": layer '" + layer + "'";
    }

    List<Layered.Entry> entries() {
        return entries;
    }

    Map<String, Planned> plans() {
        return plans;
    }

    List<Problem> notes() {
        return notes;
    }

    /// @throws InvalidInputException with everything that stands against the import
    public void requireNoProblems() {
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }

    /// Layers that multiply and add numbers of their own, by name.
    Map<String, Affine> affines() {
        return affines;
    }

    private String unique(String foreign) {
        String plain = foreign.replaceAll("[^A-Za-z0-9_-]", "_");
        String base = plain.isEmpty() ? "layer" : plain;
        base = base.substring(0, Math.min(base.length(), LONGEST_NAME));
        String name = base;
        for (int i = 2; !taken.add(name); i++) {
            name = base + "_" + i;
        }
        return name;
    }
}

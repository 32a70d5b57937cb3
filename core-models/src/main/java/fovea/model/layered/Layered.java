package fovea.model.layered;

import fovea.component.Component;
import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Named;
import fovea.graph.GraphBuilder;
import fovea.graph.GraphException;
import fovea.graph.Value;
import fovea.model.Backbone;
import fovea.model.Features;
import fovea.problem.InvalidInputException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A net given layer by layer; what imported models become. Parameters lie below the name of their
/// layer. The last layer gives the pooled vector `N×F`, or a map whose mean over the pixels is
/// taken.
@Help("A net given layer by layer, such as an imported one")
public record Layered(
        @Help("The layers, each after those it takes its inputs from") @Default(Layered.EXAMPLE)
                List<Entry> layers)
        implements Backbone {
    static final String EXAMPLE =
            """
            [{name: conv, layer: {type: convolution, channels: 16, window: {kernel: [3], \
            padding: same}}}, {name: relu, layer: {type: activation, function: relu}}, \
            {name: pool, layer: global-pooling}]\
            """;

    /// What a layer calls the image that enters the net.
    public static final String IMAGE = "image";

    private static final String NAME = "[A-Za-z0-9_-]{1,200}";

    /// A layer with its place in the net.
    @Named("layer-entry")
    @Help("A layer with its place in the net")
    public record Entry(
            @Help("Letters, digits, _ and -; each name once") String name,
            @Help("Names of the layers it takes, or image; empty for the one before") @Default("[]")
                    List<String> inputs,
            @Help("What it does") Layer layer)
            implements Component {
        public Entry {
            inputs = List.copyOf(inputs);
            if (!name.matches(NAME) || name.equals(IMAGE)) {
                throw new IllegalArgumentException(
                        "a layer's name must be letters, digits, _ and -, and not 'image'; this is"
                                + " '"
                                + name
                                + "'");
            }
        }

        /// A layer that takes what the one before gives.
        public static Entry of(String name, Layer layer) {
            return new Entry(name, List.of(), layer);
        }
    }

    public Layered {
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a net needs at least one layer");
        }
        Set<String> known = new HashSet<>(Set.of(IMAGE));
        for (Entry entry : layers) {
            if (!known.containsAll(entry.inputs())) {
                throw new IllegalArgumentException(
                        "layer '%s' takes %s, of which some is no layer before it"
                                .formatted(entry.name(), entry.inputs()));
            }
            if (!known.add(entry.name())) {
                throw new IllegalArgumentException("two layers are named '" + entry.name() + "'");
            }
        }
    }

    @Override
    public Features features(GraphBuilder g, Value image) {
        List<Value> values = List.copyOf(values(g, image).values());
        Value last = values.getLast();
        List<Value> maps = fineToCoarse(values, image);
        return switch (last.shape().rank()) {
            case 2 -> new Features(maps, Optional.of(last));
            case 4 ->
                    last == maps.getLast()
                            ? new Features(maps)
                            : new Features(maps, Optional.of(g.globalAveragePool(last)));
            default ->
                    throw InvalidInputException.of(
                            "layer '" + layers.getLast().name() + "'",
                            last + " is neither a vector nor an image",
                            "end the net with one of them");
        };
    }

    /// Adds the layers to a graph and gives what each of them makes, by its name and in order.
    ///
    /// @param image `N×C×H×W`
    /// @throws InvalidInputException naming the layer that cannot take its inputs
    public Map<String, Value> values(GraphBuilder g, Value image) {
        Map<String, Value> values = new LinkedHashMap<>();
        Value before = image;
        for (Entry entry : layers) {
            List<Value> inputs = new ArrayList<>();
            for (String name : entry.inputs()) {
                inputs.add(name.equals(IMAGE) ? image : values.getOrDefault(name, image));
            }
            before = applied(entry, g, inputs.isEmpty() ? List.of(before) : inputs);
            values.put(entry.name(), before);
        }
        return values;
    }

    private static Value applied(Entry entry, GraphBuilder g, List<Value> inputs) {
        try {
            return entry.layer().apply(g.at(entry.name()), inputs);
        } catch (IllegalArgumentException e) {
            throw InvalidInputException.of(
                    "layer '" + entry.name() + "'",
                    inputs + ": " + e.getMessage(),
                    "correct the layer or what it takes");
        } catch (ArithmeticException e) {
            throw InvalidInputException.of(
                    "layer '" + entry.name() + "'",
                    inputs + ": what it makes is too large for any machine",
                    "give it fewer channels or smaller images");
        } catch (GraphException e) {
            throw InvalidInputException.of(
                    "layer '" + entry.name() + "'", String.valueOf(e.getMessage()), "");
        }
    }

    /// The last map of each height.
    private static List<Value> fineToCoarse(List<Value> values, Value image) {
        Map<Integer, Value> maps = new HashMap<>();
        for (Value value : values) {
            if (value.shape().rank() == 4) {
                maps.put(value.shape().dim(2), value);
            }
        }
        List<Value> sorted = new ArrayList<>(maps.values());
        sorted.sort((a, b) -> Integer.compare(b.shape().dim(2), a.shape().dim(2)));
        return sorted.isEmpty() ? List.of(image) : sorted;
    }
}

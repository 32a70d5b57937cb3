package fovea.engine.reference;

import fovea.graph.Graph;
import fovea.graph.Op;
import fovea.graph.Value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Runs a graph in double precision with plain loops, in training mode (without dropout) or in
/// inference mode.
public record Reference(Graph graph, Mode mode) {
    /// Whether batch norm uses the batch's statistics.
    public enum Mode {
        TRAINING,
        INFERENCE
    }

    /// @param given inputs and parameters by name
    public Map<String, Numbers> run(Map<String, Numbers> given) {
        Map<Value, Numbers> results = new HashMap<>();
        for (Value value : graph.values()) {
            List<Numbers> x = value.inputs().stream().map(results::get).toList();
            results.put(value, compute(value, x, given));
        }
        Map<String, Numbers> outputs = new HashMap<>();
        graph.outputs().forEach((name, value) -> outputs.put(name, results.get(value)));
        return outputs;
    }

    private Numbers compute(Value value, List<Numbers> x, Map<String, Numbers> given) {
        return switch (value.op()) {
            case Op.Input input -> Numbers.named(value.name(), given);
            case Op.Parameter parameter -> Numbers.named(value.name(), given);
            case Op.Conv2d conv -> ReferenceImages.convolution(conv, shape(value, x), x);
            case Op.ConvTranspose2d conv -> ReferenceImages.transposed(conv, shape(value, x), x);
            case Op.Linear linear -> linear(shape(value, x), x);
            case Op.MatMul product -> product(shape(value, x), x);
            case Op.BatchNorm norm -> ReferenceImages.batchNorm(norm, mode, x);
            case Op.LayerNorm norm -> layerNorm(norm, x);
            case Op.MaxPool2d pool -> ReferenceImages.maximum(pool.window(), shape(value, x), x);
            case Op.AveragePool2d pool ->
                    ReferenceImages.average(pool.window(), shape(value, x), x);
            case Op.Pad pad -> ReferenceImages.padded(pad, shape(value, x), x.get(0));
            case Op.Upsample upsample ->
                    ReferenceImages.enlarged(upsample, shape(value, x), x.get(0));
            case Op.Unary unary ->
                    Numbers.of(
                            x.get(0).shape(),
                            i -> ReferenceFunctions.apply(unary.function(), x.get(0).at(i)));
            case Op.Binary binary ->
                    Numbers.of(
                            shape(value, x),
                            i ->
                                    ReferenceFunctions.apply(
                                            binary.operator(),
                                            x.get(0).broadcast(i),
                                            x.get(1).broadcast(i)));
            case Op.Scale scale ->
                    Numbers.of(
                            x.get(0).shape(),
                            i -> scale.factor() * x.get(0).at(i) + scale.offset());
            case Op.Softmax softmax ->
                    Numbers.of(x.get(0).shape(), i -> Math.exp(logSoftmax(x.get(0), i)));
            case Op.LogSoftmax softmax ->
                    Numbers.of(x.get(0).shape(), i -> logSoftmax(x.get(0), i));
            case Op.Reduce reduce -> reduce(reduce, shape(value, x), x.get(0));
            case Op.Concat concat -> joined(concat.axis(), shape(value, x), x);
            case Op.Slice slice ->
                    Numbers.of(
                            shape(value, x),
                            i -> {
                                int[] from = i.clone();
                                from[slice.axis()] += slice.start();
                                return x.get(0).at(from);
                            });
            case Op.Reshape reshape -> new Numbers(shape(value, x), x.get(0).values());
            case Op.Permute permute ->
                    Numbers.of(
                            shape(value, x),
                            i -> {
                                int[] from = new int[i.length];
                                for (int axis = 0; axis < i.length; axis++) {
                                    from[permute.axes().get(axis)] = i[axis];
                                }
                                return x.get(0).at(from);
                            });
            case Op.ExpandBatch expand -> Numbers.of(shape(value, x), i -> x.get(0).broadcast(i));
            case Op.Attention attention -> attention(attention.heads(), x);
            case Op.Dropout dropout -> x.get(0);
            case Op.DropPath dropPath -> x.get(0);
        };
    }

    private static List<Integer> shape(Value value, List<Numbers> x) {
        return value.shape().withBatch(x.getLast().size(0) > 0 ? batch(value, x) : 1);
    }

    /// The number of samples, read from the first batched input.
    private static int batch(Value value, List<Numbers> x) {
        for (int i = 0; i < x.size(); i++) {
            int axis = value.input(i).shape().dims().indexOf(-1);
            if (axis >= 0) {
                return x.get(i).size(axis);
            }
        }
        return 1;
    }

    private static Numbers linear(List<Integer> shape, List<Numbers> x) {
        return Numbers.of(
                shape,
                i -> {
                    int[] from = i.clone();
                    double sum = x.size() > 2 ? x.get(2).at(i[i.length - 1]) : 0;
                    for (int k = 0; k < x.get(1).size(1); k++) {
                        from[i.length - 1] = k;
                        sum += x.get(0).at(from) * x.get(1).at(i[i.length - 1], k);
                    }
                    return sum;
                });
    }

    private static Numbers product(List<Integer> shape, List<Numbers> x) {
        int last = shape.size() - 1;
        return Numbers.of(
                shape,
                i -> {
                    int[] a = i.clone();
                    int[] b = i.clone();
                    double sum = 0;
                    for (int k = 0; k < x.get(0).size(last); k++) {
                        a[last] = k;
                        b[last - 1] = k;
                        sum += x.get(0).at(a) * x.get(1).at(b);
                    }
                    return sum;
                });
    }

    private static Numbers layerNorm(Op.LayerNorm norm, List<Numbers> x) {
        int last = x.get(0).shape().size() - 1;
        return Numbers.of(
                x.get(0).shape(),
                i -> {
                    double[] row = row(x.get(0), i);
                    double mean = IntStream.range(0, row.length).mapToDouble(k -> row[k]).sum();
                    mean /= row.length;
                    double variance = 0;
                    for (double value : row) {
                        variance += (value - mean) * (value - mean) / row.length;
                    }
                    double normal = (row[i[last]] - mean) / Math.sqrt(variance + norm.epsilon());
                    return normal * x.get(1).at(i[last]) + x.get(2).at(i[last]);
                });
    }

    private static double logSoftmax(Numbers x, int... index) {
        double sum = 0;
        for (double value : row(x, index)) {
            sum += Math.exp(value);
        }
        return x.at(index) - Math.log(sum);
    }

    /// The last axis at an index.
    private static double[] row(Numbers x, int... index) {
        int[] from = index.clone();
        double[] row = new double[x.size(index.length - 1)];
        for (int k = 0; k < row.length; k++) {
            from[index.length - 1] = k;
            row[k] = x.at(from);
        }
        return row;
    }

    private static Numbers reduce(Op.Reduce reduce, List<Integer> shape, Numbers x) {
        double[] sums = new double[shape.stream().reduce(1, (a, b) -> a * b)];
        Numbers.of(
                x.shape(),
                i -> {
                    int flat = 0;
                    for (int axis = 0; axis < i.length; axis++) {
                        flat = reduce.axes().contains(axis) ? flat : flat * x.size(axis) + i[axis];
                    }
                    sums[flat] += x.at(i);
                    return 0;
                });
        double folded = (double) x.values().size() / sums.length;
        double divisor = reduce.reduction() == Op.Reduction.MEAN ? folded : 1;
        List<Double> values = new ArrayList<>();
        for (double sum : sums) {
            values.add(sum / divisor);
        }
        return new Numbers(shape, values);
    }

    private static Numbers joined(int axis, List<Integer> shape, List<Numbers> x) {
        return Numbers.of(
                shape,
                i -> {
                    int[] from = i.clone();
                    int part = 0;
                    while (from[axis] >= x.get(part).size(axis)) {
                        from[axis] -= x.get(part).size(axis);
                        part++;
                    }
                    return x.get(part).at(from);
                });
    }

    private static Numbers attention(int heads, List<Numbers> x) {
        int width = x.get(0).size(2) / heads;
        return Numbers.of(
                x.get(0).shape(),
                i -> {
                    int first = i[2] / width * width;
                    double total = 0;
                    double sum = 0;
                    for (int t = 0; t < x.get(1).size(1); t++) {
                        double score = 0;
                        for (int c = first; c < first + width; c++) {
                            score += x.get(0).at(i[0], i[1], c) * x.get(1).at(i[0], t, c);
                        }
                        double weight = Math.exp(score / Math.sqrt(width));
                        total += weight;
                        sum += weight * x.get(2).at(i[0], t, i[2]);
                    }
                    return sum / total;
                });
    }
}

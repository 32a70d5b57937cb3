package fovea.engine.dl4j;

import fovea.graph.Op;
import fovea.graph.Value;

import java.util.List;

/// Writes each node of a graph as operations of ND4J.
///
/// @param samples in the batch
record Lowering(Tape tape, Noise noise, Mode mode, int samples) {
    Lowered lower(Value value, List<Tensor> x) {
        return switch (value.op()) {
            case Op.Input input -> throw new IllegalArgumentException("given: " + value);
            case Op.Parameter parameter -> throw new IllegalArgumentException("given: " + value);
            case Op.Conv2d conv ->
                    new Convolutions(tape).convolution(conv, dims(value), x, source(value));
            case Op.ConvTranspose2d conv -> new Convolutions(tape).transposed(conv, dims(value), x);
            case Op.Linear linear -> new Matrices(tape).linear(x);
            case Op.MatMul product -> new Matrices(tape).product(x.getFirst(), x.getLast());
            case Op.BatchNorm norm ->
                    switch (mode) {
                        case TRAINING -> new Norms(tape).training(norm, x);
                        case INFERENCE -> new Norms(tape).inference(norm, x);
                    };
            case Op.LayerNorm norm -> new Norms(tape).layer(norm.epsilon(), x);
            case Op.MaxPool2d pool ->
                    new Images(tape).maximum(pool.window(), dims(value), x.getFirst());
            case Op.AveragePool2d pool ->
                    new Images(tape).average(pool.window(), dims(value), x.getFirst());
            case Op.Pad pad -> new Shapes(tape).pad(pad, x.getFirst());
            case Op.Upsample upsample -> new Images(tape).enlarged(upsample, x.getFirst());
            case Op.Unary unary -> new Functions(tape).apply(unary.function(), x.getFirst());
            case Op.Binary binary ->
                    new Functions(tape).combine(binary.operator(), x.getFirst(), x.getLast());
            case Op.Scale scale ->
                    new Functions(tape).scale(scale.factor(), scale.offset(), x.getFirst());
            case Op.Softmax softmax -> new Matrices(tape).softmaxOf(x.getFirst());
            case Op.LogSoftmax softmax -> new Matrices(tape).logSoftmaxOf(x.getFirst());
            case Op.Reduce reduce -> new Shapes(tape).reduce(reduce, x.getFirst());
            case Op.Concat concat -> new Shapes(tape).concat(concat.axis(), x);
            case Op.Slice slice -> new Shapes(tape).slice(slice, x.getFirst());
            case Op.Reshape reshape -> new Shapes(tape).reshape(dims(value), x.getFirst());
            case Op.Permute permute -> new Shapes(tape).permute(ints(permute.axes()), x.getFirst());
            case Op.ExpandBatch expand -> new Shapes(tape).expand(x.getFirst(), x.getLast());
            case Op.Attention attention -> new Matrices(tape).attention(attention.heads(), x);
            case Op.Dropout dropout ->
                    switch (mode) {
                        case TRAINING -> noise.elements(tape, dropout.rate(), x.getFirst());
                        case INFERENCE -> Noise.same(x.getFirst());
                    };
            case Op.DropPath drop ->
                    switch (mode) {
                        case TRAINING -> noise.samples(tape, drop.rate(), x.getFirst());
                        case INFERENCE -> Noise.same(x.getFirst());
                    };
        };
    }

    private static Convolutions.Source source(Value value) {
        return value.input(0).op() instanceof Op.Input
                ? Convolutions.Source.GIVEN
                : Convolutions.Source.COMPUTED;
    }

    long[] dims(Value value) {
        return value.shape().withBatch(samples).stream().mapToLong(Integer::longValue).toArray();
    }

    private static int[] ints(List<Integer> axes) {
        return axes.stream().mapToInt(Integer::intValue).toArray();
    }
}

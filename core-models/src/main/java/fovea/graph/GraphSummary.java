package fovea.graph;

/// What a graph costs.
///
/// @param parameters trained numbers; running statistics are not counted, as is usual
/// @param multiplyAdds multiplications with an addition for one sample forward (two floating-point
///   operations each), of convolutions, linear layers, matrix products and attention
/// @param activations elements of all values for one sample, which training keeps
public record GraphSummary(long parameters, long multiplyAdds, long activations) {
    public static GraphSummary of(Graph graph) {
        long parameters = 0;
        long multiplyAdds = 0;
        long activations = 0;
        for (Value value : graph.values()) {
            if (value.op() instanceof Op.Parameter parameter) {
                parameters +=
                        parameter.role() == Role.BUFFER ? 0 : value.shape().elementsPerSample();
            } else {
                multiplyAdds += multiplyAdds(value);
                activations += value.shape().elementsPerSample();
            }
        }
        return new GraphSummary(parameters, multiplyAdds, activations);
    }

    private static long multiplyAdds(Value value) {
        long elements = value.shape().elementsPerSample();
        return switch (value.op()) {
            case Op.Conv2d conv -> elements * perChannel(value.input(1).shape());
            case Op.ConvTranspose2d conv ->
                    value.input(0).shape().elementsPerSample() * perChannel(value.input(1).shape());
            case Op.Linear linear -> elements * value.input(1).shape().dim(1);
            case Op.MatMul product -> elements * value.input(0).shape().dim(-1);
            case Op.Attention attention -> 2 * elements * value.input(1).shape().dim(1);
            case Op.Input _,
                    Op.Parameter _,
                    Op.BatchNorm _,
                    Op.LayerNorm _,
                    Op.MaxPool2d _,
                    Op.AveragePool2d _,
                    Op.Pad _,
                    Op.Upsample _,
                    Op.Unary _,
                    Op.Binary _,
                    Op.Scale _,
                    Op.Softmax _,
                    Op.LogSoftmax _,
                    Op.Reduce _,
                    Op.Concat _,
                    Op.Slice _,
                    Op.Reshape _,
                    Op.Permute _,
                    Op.ExpandBatch _,
                    Op.Dropout _,
                    Op.DropPath _ ->
                    0;
        };
    }

    private static long perChannel(Shape weight) {
        return weight.elementsPerSample() / weight.dim(0);
    }
}

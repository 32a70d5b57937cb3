package fovea.engine.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.factory.Nd4j;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.LongStream;

/// An operation of ND4J with its settings.
sealed interface Kernel
        permits Kernel.Custom,
                Kernel.Elementwise,
                Kernel.Padding,
                Kernel.Stacked,
                Maximum,
                Patches {
    Bound bind(List<INDArray> inputs, List<INDArray> outputs);

    /// Whether oneDNN may compute an operation.
    enum Helpers {
        ALLOWED,
        FORBIDDEN
    }

    /// One of SameDiff's operations by its name in libnd4j.
    record Custom(String name, List<Long> integers, List<Double> floats, Helpers helpers)
            implements Kernel {
        static Custom of(String name, long... integers) {
            List<Long> all = LongStream.of(integers).boxed().toList();
            return new Custom(name, all, List.of(), Helpers.ALLOWED);
        }

        Custom floats(Double... values) {
            return new Custom(name, integers, List.of(values), helpers);
        }

        Custom with(Helpers choice) {
            return new Custom(name, integers, floats, choice);
        }

        @Override
        public Bound bind(List<INDArray> inputs, List<INDArray> outputs) {
            OpExecutioner executioner = Nd4j.getExecutioner();
            DynamicCustomOp op = DynamicCustomOp.builder(name).build();
            OpContext context = executioner.buildContext();
            context.setInputArrays(inputs);
            context.setOutputArrays(outputs);
            context.setIArguments(integers.stream().mapToLong(Long::longValue).toArray());
            context.setTArguments(floats.stream().mapToDouble(Double::doubleValue).toArray());
            boolean allowed = helpers == Helpers.ALLOWED;
            return new Bound() {
                @Override
                public void run() {
                    if (allowed) {
                        executioner.exec(op, context);
                    } else {
                        OneDnn.without(() -> executioner.exec(op, context));
                    }
                }

                @Override
                public void close() {
                    try {
                        context.close();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }
            };
        }
    }

    /// A function of each element.
    record Elementwise(BiFunction<INDArray, INDArray, Op> operation) implements Kernel {
        @Override
        public Bound bind(List<INDArray> inputs, List<INDArray> outputs) {
            OpExecutioner executioner = Nd4j.getExecutioner();
            Op op = operation.apply(inputs.getFirst(), outputs.getFirst());
            return new Bound() {
                @Override
                public void run() {
                    executioner.exec(op);
                }

                @Override
                public void close() {}
            };
        }
    }

    /// Adds elements of one value around a tensor.
    ///
    /// @param sides elements before and after, axis by axis
    record Padding(List<Long> sides, double value) implements Kernel {
        @Override
        public Bound bind(List<INDArray> inputs, List<INDArray> outputs) {
            int[] flat = sides.stream().mapToInt(Math::toIntExact).toArray();
            INDArray table = Nd4j.createFromArray(flat).reshape(sides.size() / 2, 2);
            Bound pad =
                    Custom.of("pad", 0)
                            .floats(value)
                            .bind(List.of(inputs.getFirst(), table), outputs);
            return new Bound() {
                @Override
                public void run() {
                    pad.run();
                }

                @Override
                public void close() {
                    pad.close();
                    table.close();
                }
            };
        }
    }

    /// An operation on each of the matrices of two stacks.
    record Stacked(Custom operation) implements Kernel {
        @Override
        public Bound bind(List<INDArray> inputs, List<INDArray> outputs) {
            List<Bound> all = new ArrayList<>();
            for (long i = 0; i < outputs.getFirst().size(0); i++) {
                long index = i;
                List<INDArray> pair = inputs.stream().map(x -> x.slice(index)).toList();
                all.add(operation.bind(pair, List.of(outputs.getFirst().slice(index))));
            }
            return new Bound() {
                @Override
                public void run() {
                    all.forEach(Bound::run);
                }

                @Override
                public void close() {
                    all.forEach(Bound::close);
                }
            };
        }
    }
}

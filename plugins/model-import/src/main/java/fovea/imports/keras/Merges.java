package fovea.imports.keras;

import fovea.imports.LayerProblem;
import fovea.imports.NetDraft;
import fovea.imports.keras.KerasLayer.Operand;
import fovea.model.layered.ConcatLayer;
import fovea.model.layered.Merge;

import java.util.List;

/// Layers and operations that join several values, or a value and a number.
final class Merges {
    private Merges() {}

    /// `Add`, `Multiply`, …
    static void layers(Translation t, Merge.How how) {
        if (t.layer().operands().size() < 2 || constants(t) > 0) {
            throw new LayerProblem(
                    "it joins %d results".formatted(t.layer().inputs().size()),
                    "join two or more layers");
        }
        requireEqualRanks(t);
        t.add(new Merge(how));
    }

    private static long constants(Translation t) {
        return t.layer().operands().stream().filter(Operand.Constant.class::isInstance).count();
    }

    private static void requireEqualRanks(Translation t) {
        List<Integer> ranks = t.layer().inputs().stream().map(t.draft()::rank).distinct().toList();
        if (ranks.size() > 1) {
            throw new LayerProblem(
                    "it joins results with " + ranks + " axes", "reshape them to one shape first");
        }
    }

    /// `Concatenate`
    static void concat(Translation t) {
        int axis = t.settings().axis("axis");
        requireEqualRanks(t);
        int rank = t.rank();
        ConcatLayer.Axis along;
        if (axis == -1 || axis == rank - 1) {
            along = ConcatLayer.Axis.CHANNELS;
        } else if (rank == 4 && axis == 1) {
            along = ConcatLayer.Axis.ROWS;
        } else if (rank == 4 && axis == 2) {
            along = ConcatLayer.Axis.COLUMNS;
        } else {
            throw new LayerProblem(
                    "it joins along axis " + axis, "join channels, rows or columns of images");
        }
        if (t.layer().inputs().size() == 1) {
            t.pass();
        } else {
            t.add(new ConcatLayer(along));
        }
    }

    /// An operation on two values, of which one may be a number: `x * 2`.
    static void operation(Translation t, Merge.How how) {
        List<Operand> operands = t.layer().operands();
        if (operands.size() != 2 || constants(t) == 2) {
            throw new LayerProblem(
                    "it takes %d values".formatted(operands.size()), "join two values");
        }
        if (constants(t) == 0) {
            layers(t, how);
            return;
        }
        boolean second = operands.get(1) instanceof Operand.Constant;
        Operand constant = operands.get(second ? 1 : 0);
        double number = ((Operand.Constant) constant).value();
        double[] affine = affine(how, number, second);
        t.draft()
                .affine(
                        t.layer().name(),
                        t.layer().inputs().getFirst(),
                        new NetDraft.Affine(List.of(affine[0]), List.of(affine[1])));
    }

    private static double[] affine(Merge.How how, double number, boolean second) {
        return switch (how) {
            case ADD -> new double[] {1, number};
            case SUBTRACT -> second ? new double[] {1, -number} : new double[] {-1, number};
            case MULTIPLY -> new double[] {number, 0};
            case DIVIDE -> {
                if (!second || number == 0) {
                    throw new LayerProblem(
                            "it divides a number, or by 0", "divide by a number other than 0");
                }
                yield new double[] {1 / number, 0};
            }
            case AVERAGE, MAXIMUM, MINIMUM ->
                    throw new LayerProblem(
                            "it compares with the number " + number, "use a ReLU that ends there");
        };
    }
}

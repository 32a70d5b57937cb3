package fovea.model.layered;

import fovea.component.Component;
import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;
import fovea.graph.GraphBuilder;
import fovea.graph.Op;
import fovea.graph.Shape;
import fovea.graph.Value;
import fovea.graph.Window;

import java.util.Collections;
import java.util.List;

/// A sliding window: its size, its steps and how it meets the border.
@Help("A sliding window")
public record Sliding(
        @Help("Height and width in pixels, or one number for both") @Range(min = 1, max = 4096)
                List<Integer> kernel,
        @Help("Step down and across") @Default("[1]") @Range(min = 1, max = 4096)
                List<Integer> stride,
        @Help("Spacing of the taps down and across") @Default("[1]") @Range(min = 1, max = 4096)
                List<Integer> dilation,
        @Help(
                        "same: as many windows as steps fit, the border padded unevenly if need be;"
                                + " valid: windows inside the image and its border")
                @Default("valid")
                Padding padding,
        @Help("Pixels added above, below, left and right, or one number for all")
                @Default("[0]")
                @Range(min = 0, max = 4096)
                List<Integer> border)
        implements Component {
    public Sliding {
        kernel = spread(kernel, 2, "kernel");
        stride = spread(stride, 2, "stride");
        dilation = spread(dilation, 2, "dilation");
        border = spread(border, 4, "border");
        if (padding == Padding.SAME && border.stream().anyMatch(pixels -> pixels > 0)) {
            throw new IllegalArgumentException("a border needs padding: valid");
        }
    }

    private static List<Integer> spread(List<Integer> values, int count, String name) {
        if (values.size() == 1) {
            return Collections.nCopies(count, values.getFirst());
        }
        if (values.size() != count) {
            throw new IllegalArgumentException(
                    name + " needs 1 or " + count + " numbers, not " + values.size());
        }
        return List.copyOf(values);
    }

    /// A square kernel with one step in both directions.
    public static Sliding square(int side, int stride, Padding padding) {
        return new Sliding(List.of(side), List.of(stride), List.of(1), padding, List.of(0));
    }

    /// An image ready for a window.
    ///
    /// @param window pads what is the same on opposite sides
    record Placed(Value image, Window window) {}

    /// Pads an image so that the window gives the right size.
    ///
    /// @param outside value of what is added
    Placed place(GraphBuilder g, Value image, double outside) {
        Op.Pad pad = pad(image.shape(), outside);
        // Engines refuse to pool with a padding of more than half the window.
        boolean even =
                pad.top() == pad.bottom()
                        && pad.left() == pad.right()
                        && 2 * pad.top() <= kernel.get(0)
                        && 2 * pad.left() <= kernel.get(1);
        Window.Size inside = even ? new Window.Size(pad.top(), pad.left()) : Window.Size.square(0);
        Window window = new Window(size(kernel), size(stride), inside, size(dilation));
        boolean none = pad.top() + pad.bottom() + pad.left() + pad.right() == 0;
        return new Placed(even || none ? image : g.apply(pad, image), window);
    }

    /// Whether windows can reach beyond the image.
    boolean reachesOutside(Shape image) {
        Op.Pad pad = pad(image, 0);
        return pad.top() + pad.bottom() + pad.left() + pad.right() > 0;
    }

    private Op.Pad pad(Shape image, double outside) {
        if (padding == Padding.VALID) {
            return new Op.Pad(border.get(0), border.get(1), border.get(2), border.get(3), outside);
        }
        int down = surplus(0, image.dim(2));
        int across = surplus(1, image.dim(3));
        return new Op.Pad(down / 2, down - down / 2, across / 2, across - across / 2, outside);
    }

    private int surplus(int axis, int size) {
        int reach = dilation.get(axis) * (kernel.get(axis) - 1) + 1;
        int steps = Math.ceilDiv(size, stride.get(axis));
        return Math.max(0, Math.addExact((steps - 1) * stride.get(axis), reach) - size);
    }

    static Window.Size size(List<Integer> pair) {
        return new Window.Size(pair.get(0), pair.get(1));
    }
}

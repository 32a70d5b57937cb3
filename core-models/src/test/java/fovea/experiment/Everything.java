package fovea.experiment;

import fovea.component.Component;
import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;

import java.util.List;
import java.util.Optional;

@Help("A field of each type")
record Everything(
        @Help("A flag") @Default("true") boolean flag,
        @Help("A count") @Default("3") @Range(min = -5, max = 10) int count,
        @Help("A large number") @Default("4") long large,
        @Help("A size") @Default("0.5") @Range(min = 0) double size,
        @Help("A title") @Default("untitled") String title,
        @Help("A colour") @Default("dark-red") Colour colour,
        @Help("Several numbers") @Default("[1, 2.5]") @Range(max = 9) List<Double> numbers,
        @Help("Several titles") @Default("[]") List<String> titles,
        @Help("Lists of lists") @Default("[[1], []]") List<List<Integer>> table,
        @Help("Perhaps a number") @Default("none") @Range(min = 1) Optional<Integer> perhaps,
        @Help("Perhaps a title") @Default("none") Optional<String> perhapsTitle,
        @Help("Perhaps a shape") @Default("none") Optional<Shape> perhapsShape,
        @Help("A point") @Default("{}") Point point,
        @Help("Several points") @Default("[]") List<Point> points,
        @Help("Several shapes") @Default("[dot, {type: disc, radius: 2}]") List<Shape> shapes)
        implements Shape {
    enum Colour {
        DARK_RED,
        BLUE
    }

    record Point(
            @Help("Across") @Default("0") int x,
            @Help("Down") @Default("0") int y,
            @Help("Nothing") @Default("{}") Nothing nothing) {}

    record Nothing() {}

    @Help("A dot")
    record Dot() implements Shape {}

    @Help("A disc")
    record Disc(
            @Help("Radius") @Range(min = 0, max = 100) double radius,
            @Help("Radius of the hole") @Default("0") double hole)
            implements Shape {
        Disc {
            if (hole > radius) {
                throw new IllegalArgumentException("the hole is larger than the disc");
            }
        }
    }

    static List<Class<? extends Component>> all() {
        return List.of(Everything.class, Dot.class, Disc.class);
    }
}

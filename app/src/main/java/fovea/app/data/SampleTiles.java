package fovea.app.data;

import fovea.app.picture.Tile;
import fovea.app.theme.ClassColors;
import fovea.sample.ClassList;
import fovea.sample.Sample;

import java.util.List;
import java.util.stream.Collectors;

/// How samples look in the grid: the picture, and the first class's colour beside all classes'
/// names.
final class SampleTiles {
    private SampleTiles() {}

    static Tile of(PartIndex part, int index) {
        Sample sample = part.dataset().sample(index);
        ClassList names = part.dataset().classes();
        List<Integer> classes = sample.labels();
        return new Tile(
                id(part, sample),
                sample.image(),
                classes.stream().map(names::name).collect(Collectors.joining(", ")),
                classes.stream().findFirst().map(ClassColors::of),
                "");
    }

    /// Tells samples of different parts apart.
    static Object id(PartIndex part, Sample sample) {
        return part.part() + "/" + sample.id();
    }
}

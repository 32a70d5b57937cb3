package fovea.training;

import fovea.dataset.Dataset;
import fovea.image.PixelImage;
import fovea.sample.ClassList;
import fovea.sample.ImageLabel;
import fovea.sample.Sample;
import fovea.sample.Seed;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Images of two pixels; the brighter pixel is the class, mostly.
public record PointDataset(String name, List<Sample> samples) implements Dataset {
    public static final ClassList CLASSES = new ClassList(List.of("left", "right"));

    public static PointDataset of(String name, int size) {
        Seed seed = new Seed(name.hashCode());
        return new PointDataset(
                name, IntStream.range(0, size).mapToObj(i -> sample(name, i, seed.at(i))).toList());
    }

    private static Sample sample(String name, int index, Seed seed) {
        SplittableRandom random = seed.random();
        byte[] pixels = {(byte) random.nextInt(256), (byte) random.nextInt(256)};
        boolean right = (pixels[1] & 0xFF) > (pixels[0] & 0xFF);
        int label = (random.nextDouble() < 0.1) == right ? 0 : 1;
        return Sample.of(name + "-" + index, new PixelImage(2, 1, 1, pixels), ImageLabel.of(label));
    }

    @Override
    public ClassList classes() {
        return CLASSES;
    }

    @Override
    public int size() {
        return samples.size();
    }

    @Override
    public Sample sample(int index) {
        return samples.get(index);
    }
}

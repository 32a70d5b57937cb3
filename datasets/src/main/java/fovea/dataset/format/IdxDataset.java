package fovea.dataset.format;

import fovea.dataset.Dataset;
import fovea.image.PixelImage;
import fovea.sample.ClassList;
import fovea.sample.ImageLabel;
import fovea.sample.Sample;

import java.util.Arrays;
import java.util.Objects;

/// Grey images and one label each, all in two arrays; a sample's pixels are cut out when it is
/// asked for.
record IdxDataset(String name, ClassList classes, IdxFile images, IdxFile labels)
        implements Dataset {
    @Override
    public int size() {
        return labels.values().length;
    }

    @Override
    public Sample sample(int index) {
        Objects.checkIndex(index, size());
        int height = images.sizes().get(1);
        int width = images.sizes().get(2);
        int from = index * height * width;
        byte[] pixels = Arrays.copyOfRange(images.values(), from, from + height * width);
        return Sample.of(
                name + "/" + index,
                new PixelImage(width, height, 1, pixels),
                ImageLabel.of(labels.values()[index] & 0xFF));
    }
}

package fovea.dataset;

import fovea.image.PixelImage;
import fovea.problem.InvalidInputException;
import fovea.sample.Sample;
import fovea.sample.Seed;
import fovea.tensor.Batch;
import fovea.tensor.InputSpec;

import java.nio.FloatBuffer;
import java.util.Map;

/// Transforms one decoded sample after another and writes it into its row of a batch. Belongs to
/// one thread.
final class SampleWriter {
    private static final int BYTE_VALUES = 256;

    private final BatchRecipe recipe;
    private final float[][] normalised;
    private final float[] scratch;

    SampleWriter(BatchRecipe recipe) {
        this.recipe = recipe;
        InputSpec input = recipe.input();
        normalised = new float[input.channels()][BYTE_VALUES];
        for (int c = 0; c < input.channels(); c++) {
            for (int value = 0; value < BYTE_VALUES; value++) {
                double scaled = (value / 255.0 - input.mean().get(c)) / input.std().get(c);
                normalised[c][value] = (float) scaled;
            }
        }
        scratch = new float[input.channels() * input.height() * input.width()];
    }

    void write(Sample decoded, Seed seed, Map<String, FloatBuffer> row) {
        Sample ready = recipe.pipeline().apply(decoded, seed);
        PixelImage image = ready.image().load().withChannels(recipe.input().channels());
        requireSize(ready.id(), image);
        normalise(image);
        FloatBuffer images = row.get(Batch.IMAGE);
        if (images == null) {
            throw new IllegalArgumentException("the row has no share of the images");
        }
        images.put(0, scratch);
        recipe.targets().encode(ready, row);
    }

    private void normalise(PixelImage image) {
        byte[] pixels = image.pixels();
        float[] first = normalised[0];
        if (image.channels() == 1) {
            for (int i = 0; i < pixels.length; i++) {
                scratch[i] = first[pixels[i] & 0xFF];
            }
            return;
        }
        float[] second = normalised[1];
        float[] third = normalised[2];
        for (int i = 0; i < pixels.length; i += 3) {
            scratch[i] = first[pixels[i] & 0xFF];
            scratch[i + 1] = second[pixels[i + 1] & 0xFF];
            scratch[i + 2] = third[pixels[i + 2] & 0xFF];
        }
    }

    private void requireSize(String id, PixelImage image) {
        InputSpec input = recipe.input();
        if (image.width() != input.width() || image.height() != input.height()) {
            throw InvalidInputException.of(
                    id,
                    "after the transforms the image is %d×%d (width × height), the net takes %d×%d"
                            .formatted(
                                    image.width(), image.height(), input.width(), input.height()),
                    ("add a resize to %d×%d, or a crop or pad, as the last entry of data.augment"
                                    + " and of data.prepare")
                            .formatted(input.width(), input.height()));
        }
    }
}

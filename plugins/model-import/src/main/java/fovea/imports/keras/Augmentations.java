package fovea.imports.keras;

import java.util.Set;

/// Layers that change images at random while training, and pass them on as they are otherwise.
final class Augmentations {
    static final Set<String> KNOWN =
            Set.of(
                    "RandomFlip",
                    "RandomRotation",
                    "RandomZoom",
                    "RandomTranslation",
                    "RandomContrast",
                    "RandomBrightness",
                    "RandomHue",
                    "RandomSaturation",
                    "RandomSharpness",
                    "RandomColorJitter",
                    "RandomColorDegeneration",
                    "RandomGrayscale",
                    "RandomPosterization",
                    "RandomInvert",
                    "RandomShear",
                    "RandomPerspective",
                    "RandomElasticTransform",
                    "RandomGaussianBlur",
                    "RandomErasing",
                    "AugMix",
                    "RandAugment",
                    "GaussianNoise");

    private Augmentations() {}

    static void leaveOut(Translation t) {
        t.pass();
        t.draft()
                .note(
                        t.layer().name(),
                        t.layer().type() + " was left out: it works while training only",
                        "change images while training with data.augment");
    }
}

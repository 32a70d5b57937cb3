package fovea.transform;

import fovea.component.Component;

import java.util.List;

/// The transforms an experiment can name.
public final class Transforms {
    private Transforms() {}

    public static List<Class<? extends Component>> all() {
        return List.of(
                Resize.class,
                Pad.class,
                PadTo.class,
                CenterCrop.class,
                RandomCrop.class,
                RandomResizedCrop.class,
                RandomFlip.class,
                RandomAffine.class,
                ColorJitter.class,
                RandomErasing.class,
                Mixup.class,
                CutMix.class);
    }
}

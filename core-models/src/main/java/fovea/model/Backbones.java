package fovea.model;

import fovea.component.Component;
import fovea.model.layered.Layered;

import java.util.List;

/// The backbones that experiments can name.
public final class Backbones {
    private Backbones() {}

    public static List<Class<? extends Component>> all() {
        return List.of(
                LeNet.class,
                Vgg.class,
                ResNet.class,
                CifarResNet.class,
                MobileNetV2.class,
                ShuffleNetV2.class,
                ConvNeXt.class,
                VisionTransformer.class,
                Layered.class);
    }
}

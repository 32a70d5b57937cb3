package fovea.model.layered;

import fovea.component.Component;

import java.util.List;

/// The layers that experiments can name.
public final class LayerKinds {
    private LayerKinds() {}

    public static List<Class<? extends Component>> all() {
        return List.of(
                Convolution.class,
                DepthwiseConvolution.class,
                TransposedConvolution.class,
                Dense.class,
                BatchNorm.class,
                LayerNorm.class,
                MaxPooling.class,
                AveragePooling.class,
                GlobalPooling.class,
                Activation.class,
                LeakyRelu.class,
                Elu.class,
                Prelu.class,
                DropoutLayer.class,
                ZeroPadding.class,
                Cropping.class,
                Flatten.class,
                ReshapeLayer.class,
                Merge.class,
                ConcatLayer.class,
                Rescaling.class,
                Upsampling.class);
    }
}

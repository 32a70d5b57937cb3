package fovea.optimization;

import fovea.component.Component;
import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Named;
import fovea.component.Range;

/// How gradients change the weights. Weight decay applies to weights only, never to biases and
/// norms.
public sealed interface Optimizer extends Component {
    /// The learning rate that a schedule scales.
    double lr();

    @Help("Stochastic gradient descent with momentum; decay is added to the gradient (L2)")
    record Sgd(
            @Help("Learning rate") @Default("0.1") @Range(min = 0, max = 1e3) double lr,
            @Help("Share of the last update that is kept") @Default("0.9") @Range(min = 0, max = 1)
                    double momentum,
            @Help("Look ahead along the momentum (Sutskever et al., 2013)") @Default("false")
                    boolean nesterov,
            @Help("Weight decay") @Default("0.0001") @Range(min = 0, max = 10) double weightDecay)
            implements Optimizer {
        public Sgd {
            if (nesterov && momentum == 0) {
                throw new IllegalArgumentException("nesterov needs a momentum above 0");
            }
        }
    }

    @Help("Adam (Kingma and Ba, 2015); decay is added to the gradient (L2)")
    record Adam(
            @Help("Learning rate") @Default("0.001") @Range(min = 0, max = 1e3) double lr,
            @Help("Decay of the mean of the gradients")
                    @Default("0.9")
                    @Range(min = 0, max = 0.999999)
                    double beta1,
            @Help("Decay of the mean of the squared gradients")
                    @Default("0.999")
                    @Range(min = 0, max = 0.999999)
                    double beta2,
            @Help("Added to the denominator") @Default("1e-8") @Range(min = 0, max = 1)
                    double epsilon,
            @Help("Weight decay") @Default("0") @Range(min = 0, max = 10) double weightDecay)
            implements Optimizer {}

    @Named("adamw")
    @Help("Adam with decoupled weight decay (Loshchilov and Hutter, 2019)")
    record AdamW(
            @Help("Learning rate") @Default("0.001") @Range(min = 0, max = 1e3) double lr,
            @Help("Decay of the mean of the gradients")
                    @Default("0.9")
                    @Range(min = 0, max = 0.999999)
                    double beta1,
            @Help("Decay of the mean of the squared gradients")
                    @Default("0.999")
                    @Range(min = 0, max = 0.999999)
                    double beta2,
            @Help("Added to the denominator") @Default("1e-8") @Range(min = 0, max = 1)
                    double epsilon,
            @Help("Weight decay, times the learning rate")
                    @Default("0.05")
                    @Range(min = 0, max = 10)
                    double weightDecay)
            implements Optimizer {}

    @Named("rmsprop")
    @Help("RMSprop (Hinton, 2012), with momentum after the scaling")
    record RmsProp(
            @Help("Learning rate") @Default("0.01") @Range(min = 0, max = 1e3) double lr,
            @Help("Decay of the mean of the squared gradients")
                    @Default("0.99")
                    @Range(min = 0, max = 0.999999)
                    double alpha,
            @Help("Share of the last update that is kept") @Default("0") @Range(min = 0, max = 1)
                    double momentum,
            @Help("Added to the denominator") @Default("1e-8") @Range(min = 0, max = 1)
                    double epsilon,
            @Help("Weight decay") @Default("0") @Range(min = 0, max = 10) double weightDecay)
            implements Optimizer {}
}

package fovea.plugin;

import fovea.component.Component;
import fovea.engine.Engine;
import fovea.engine.torch.TorchEngine;
import fovea.loss.Losses;
import fovea.model.Backbones;
import fovea.model.layered.LayerKinds;
import fovea.optimization.Optimizer;
import fovea.optimization.Schedules;
import fovea.transform.Transforms;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What comes with Fovea whatever the task: transforms, backbones, layers, losses, optimisers,
/// schedules and the libtorch engine.
public final class CorePlugin implements Plugin {
    @Override
    public String name() {
        return "core";
    }

    @Override
    public List<Class<? extends Component>> components() {
        List<Class<? extends Component>> optimizers =
                List.of(
                        Optimizer.Sgd.class,
                        Optimizer.Adam.class,
                        Optimizer.AdamW.class,
                        Optimizer.RmsProp.class);
        return Stream.of(
                        Transforms.all(),
                        Backbones.all(),
                        LayerKinds.all(),
                        Losses.all(),
                        optimizers,
                        Schedules.all())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Map<String, Supplier<Engine>> engines() {
        // A lambda rather than TorchEngine::new: the class, and libtorch, are touched when chosen.
        return Map.of("torch", () -> new TorchEngine());
    }
}

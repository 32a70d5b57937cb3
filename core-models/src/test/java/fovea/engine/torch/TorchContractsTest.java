package fovea.engine.torch;

import fovea.engine.reference.EngineContract;
import fovea.engine.reference.NoiseContract;
import fovea.engine.reference.OperationsContract;
import fovea.engine.reference.OptimizersContract;
import fovea.engine.reference.RepeatabilityContract;
import fovea.engine.reference.TrainingSessionContract;

import org.junit.jupiter.api.Nested;

class TorchContractsTest {
    @Nested
    class TheEngine extends EngineContract {
        TheEngine() {
            super(new TorchEngine());
        }
    }

    @Nested
    class Noise extends NoiseContract {
        Noise() {
            super(new TorchEngine());
        }
    }

    @Nested
    class Operations extends OperationsContract {
        Operations() {
            super(new TorchEngine());
        }
    }

    @Nested
    class Optimizers extends OptimizersContract {
        Optimizers() {
            super(new TorchEngine());
        }
    }

    @Nested
    class Repeatability extends RepeatabilityContract {
        Repeatability() {
            super(new TorchEngine());
        }
    }

    @Nested
    class TrainingSession extends TrainingSessionContract {
        TrainingSession() {
            super(new TorchEngine());
        }
    }
}

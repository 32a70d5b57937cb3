package fovea.parity;

import fovea.engine.dl4j.Dl4jEngine;
import fovea.engine.reference.EngineContract;
import fovea.engine.reference.NoiseContract;
import fovea.engine.reference.OperationsContract;
import fovea.engine.reference.OptimizersContract;
import fovea.engine.reference.RepeatabilityContract;
import fovea.engine.reference.TrainingSessionContract;

import org.junit.jupiter.api.Nested;

/// The contracts of all engines, held by the one that `core-models` does not know.
class Dl4jContractsTest {
    @Nested
    class TheEngine extends EngineContract {
        TheEngine() {
            super(new Dl4jEngine());
        }
    }

    @Nested
    class Noise extends NoiseContract {
        Noise() {
            super(new Dl4jEngine());
        }
    }

    @Nested
    class Operations extends OperationsContract {
        Operations() {
            super(new Dl4jEngine());
        }
    }

    @Nested
    class Optimizers extends OptimizersContract {
        Optimizers() {
            super(new Dl4jEngine());
        }
    }

    @Nested
    class Repeatability extends RepeatabilityContract {
        Repeatability() {
            super(new Dl4jEngine());
        }
    }

    @Nested
    class TrainingSession extends TrainingSessionContract {
        TrainingSession() {
            super(new Dl4jEngine());
        }
    }
}

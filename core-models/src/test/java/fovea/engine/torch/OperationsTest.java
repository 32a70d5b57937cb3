package fovea.engine.torch;

import fovea.engine.reference.OperationsContract;

class OperationsTest extends OperationsContract {
    OperationsTest() {
        super(new TorchEngine());
    }
}

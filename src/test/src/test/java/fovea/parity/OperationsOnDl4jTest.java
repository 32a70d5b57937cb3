package fovea.parity;

import fovea.engine.dl4j.Dl4jEngine;
import fovea.engine.reference.OperationsContract;

class OperationsOnDl4jTest extends OperationsContract {
    OperationsOnDl4jTest() {
        super(new Dl4jEngine());
    }
}

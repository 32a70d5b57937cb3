package fovea.engine.torch;

import org.bytedeco.pytorch.Dispatcher;
import org.bytedeco.pytorch.GenericList;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.OperatorHandle;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorList;

import java.util.List;

/// An ATen operator that has no Java function, called by name with a stack of arguments.
record FusedOperator(String name) {
    /// The handles belong to the open scope.
    void call(List<IValue> arguments) {
        Dispatcher dispatcher = Dispatcher.realSingleton();
        OperatorHandle operator = dispatcher.findSchemaOrThrow("aten::" + name, "");
        IValueVector stack = new IValueVector();
        arguments.forEach(stack::push_back);
        dispatcher.callBoxed(operator, stack);
    }

    static IValue list(Tensor... tensors) {
        GenericList list = new GenericList(new TensorList().elementType());
        for (Tensor tensor : tensors) {
            list.push_back(new IValue(tensor));
        }
        return new IValue(list);
    }

    static IValue none() {
        return new IValue();
    }
}

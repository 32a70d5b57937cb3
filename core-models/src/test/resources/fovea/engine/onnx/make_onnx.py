"""Makes the ONNX model of the tests and what it computes, which is worked out here with NumPy alone.

The model is laid out as TensorFlow's exporter does it: images with their channels last and a
transposition in front, names with colons and slashes, biases that are added on their own, constants
as nodes, padding that is uneven and explicit. It has no metadata and a batch of a name of its own.
"""
import json
import sys

import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper, save

OUT = sys.argv[1]
HEIGHT, WIDTH = 10, 9
rng = np.random.default_rng(11)


def normal(*shape, scale=1.0):
    return rng.normal(0, scale, shape).astype("float32")


stem = normal(8, 3, 3, 3, scale=0.3)
stem_bias = normal(8, scale=0.2)
gamma, beta = rng.uniform(0.5, 1.5, 8).astype("float32"), normal(8, scale=0.2)
mean, variance = normal(8, scale=0.2), rng.uniform(0.5, 1.5, 8).astype("float32")
depthwise = normal(8, 1, 3, 3, scale=0.4)
dense, dense_bias = normal(8, 5, scale=0.6), normal(5, scale=0.2)
EPSILON = 1e-3


def initial(name, array):
    return numpy_helper.from_array(np.asarray(array), name)


NET = "StatefulPartitionedCall/functional_1/"
nodes = [
    helper.make_node("Transpose", ["input_1:0"], [NET + "stem/Conv2D__6:0"],
                     name=NET + "stem/Conv2D__6", perm=[0, 3, 1, 2]),
    helper.make_node("Conv", [NET + "stem/Conv2D__6:0", NET + "stem/ReadVariableOp:0"], [NET + "stem/Conv2D:0"],
                     name=NET + "stem/Conv2D", strides=[2, 2], kernel_shape=[3, 3], pads=[0, 1, 1, 1]),
    helper.make_node("Add", [NET + "stem/Conv2D:0", "const_fold_opt__31"], [NET + "stem/BiasAdd:0"]),
    helper.make_node("BatchNormalization",
                     [NET + "stem/BiasAdd:0", NET + "bn/gamma", NET + "bn/beta", NET + "bn/mean", NET + "bn/var"],
                     [NET + "bn/FusedBatchNormV3:0"], epsilon=EPSILON),
    helper.make_node("Constant", [], ["zero:0"], value=initial("zero", np.float32(0))),
    helper.make_node("Constant", [], ["six:0"], value_float=6.0),
    helper.make_node("Clip", [NET + "bn/FusedBatchNormV3:0", "zero:0", "six:0"], [NET + "relu6/Relu6:0"]),
    helper.make_node("Conv", [NET + "relu6/Relu6:0", NET + "dw/ReadVariableOp:0"], [NET + "dw/depthwise:0"],
                     name=NET + "dw/depthwise", group=8, auto_pad="SAME_UPPER"),
    helper.make_node("Add", [NET + "dw/depthwise:0", NET + "relu6/Relu6:0"], [NET + "add/add:0"]),
    helper.make_node("ReduceMean", [NET + "add/add:0"], [NET + "pool/Mean:0"], axes=[2, 3], keepdims=0),
    helper.make_node("MatMul", [NET + "pool/Mean:0", NET + "probs/kernel:0"], [NET + "probs/MatMul:0"]),
    helper.make_node("Add", [NET + "probs/MatMul:0", NET + "probs/bias:0"], [NET + "probs/BiasAdd:0"]),
    helper.make_node("Softmax", [NET + "probs/BiasAdd:0"], ["Identity:0"], axis=-1),
]
weights = [
    initial(NET + "stem/ReadVariableOp:0", stem), initial("const_fold_opt__31", stem_bias.reshape(1, 8, 1, 1)),
    initial(NET + "bn/gamma", gamma), initial(NET + "bn/beta", beta),
    initial(NET + "bn/mean", mean), initial(NET + "bn/var", variance),
    initial(NET + "dw/ReadVariableOp:0", depthwise),
    initial(NET + "probs/kernel:0", dense), initial(NET + "probs/bias:0", dense_bias),
]
graph = helper.make_graph(
    nodes, "foreign",
    [helper.make_tensor_value_info("input_1:0", TensorProto.FLOAT, ["unk__40", HEIGHT, WIDTH, 3])],
    [helper.make_tensor_value_info("Identity:0", TensorProto.FLOAT, ["unk__41", 5])],
    weights)
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
checker.check_model(model, full_check=True)
save(model, f"{OUT}/foreign.onnx")


def convolve(x, w, groups, stride, pads):
    top, left, bottom, right = pads
    x = np.pad(x, ((0, 0), (0, 0), (top, bottom), (left, right)))
    n, _, h, wide = x.shape
    out, per, kh, kw = w.shape
    rows, columns = (h - kh) // stride + 1, (wide - kw) // stride + 1
    y = np.zeros((n, out, rows, columns))
    for o in range(out):
        first = o // (out // groups) * per
        for i in range(rows):
            for j in range(columns):
                at = x[:, first:first + per, i * stride:i * stride + kh, j * stride:j * stride + kw]
                y[:, o, i, j] = (at * w[o]).sum(axis=(1, 2, 3))
    return y


def channels(v):
    return v.reshape(1, -1, 1, 1).astype("float64")


# As in ImportFixtures of the model importers: element i of N×H×W×C.
i = np.arange(2 * HEIGHT * WIDTH * 3, dtype=np.int64)
image = (((i * 7919 + 13 * (i // 7)) % 256) / 255).astype("float32").reshape(2, HEIGHT, WIDTH, 3)
x = image.astype("float64").transpose(0, 3, 1, 2)
x = convolve(x, stem, 1, 2, (0, 1, 1, 1)) + channels(stem_bias)
x = (x - channels(mean)) / np.sqrt(channels(variance) + EPSILON) * channels(gamma) + channels(beta)
x = np.clip(x, 0, 6)
x = convolve(x, depthwise, 8, 1, (1, 1, 1, 1)) + x
x = x.mean(axis=(2, 3)) @ dense + dense_bias
e = np.exp(x - x.max(axis=1, keepdims=True))
y = e / e.sum(axis=1, keepdims=True)
json.dump({"shape": list(y.shape), "outputs": [round(float(v), 8) for v in y.reshape(-1)]}, open(f"{OUT}/foreign.json", "w"))
print(y)

"""Makes the files of Keras 2 and what Keras computes with them. Needs tensorflow 2.15."""
import json, os, sys
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import tensorflow as tf
keras = tf.keras
L = keras.layers
OUT = sys.argv[1]


def pixels(n, h, w, c):
    i = np.arange(n * h * w * c, dtype=np.int64)
    return ((i * 7919 + 13 * (i // 7)) % 256).reshape(n, h, w, c).astype("float32")


def randomise(model):
    rng = np.random.default_rng(7)
    for v in model.variables:
        name = v.name.split("/")[-1].split(":")[0]
        shape = tuple(v.shape)
        if name in ("moving_variance", "gamma"):
            v.assign(rng.uniform(0.5, 1.5, shape))
        elif name in ("bias", "beta", "moving_mean"):
            v.assign(rng.normal(0, 0.2, shape))
        else:
            fan = max(1, int(np.prod(shape[:-1])))
            v.assign(rng.normal(0, 1.2 / np.sqrt(fan), shape))


def save(name, model, size, kinds):
    randomise(model)
    y = model.predict(pixels(3, *size) / 255, verbose=0)
    for kind in kinds:
        model.save(f"{OUT}/{name}.{kind}")
    json.dump({"shape": list(y.shape), "outputs": [float(v) for v in y.reshape(-1)]},
              open(f"{OUT}/{name}.json", "w"))
    print(name, y.shape, y.reshape(-1)[:4])


i = keras.Input((12, 11, 3), name="image")
x = L.Conv2D(4, 3, strides=2, padding="same", name="c1")(i)
x = L.BatchNormalization()(x)
y = L.ReLU(6.0)(x)
y = L.SeparableConv2D(4, 3, padding="same", depth_multiplier=2, activation=tf.nn.relu)(y)
x = L.Add()([x, y])
x = x * 2.0 + 1.0
x = x + y
inner = keras.Sequential([keras.Input((6, 6, 4)), L.Conv2D(5, 1), L.BatchNormalization(),
                          L.DepthwiseConv2D(3), L.Activation("hard_sigmoid")], name="inner")
x = inner(x)
x = L.AveragePooling2D(3, 2, padding="same")(x)
x = L.Flatten()(x)
save("keras2", keras.Model(i, L.Dense(3, activation="softmax")(x)), (12, 11, 3), ("keras", "h5"))

m = keras.Sequential([L.Conv2D(3, 3, activation="relu", input_shape=(10, 10, 1)), L.MaxPooling2D(),
                      L.LeakyReLU(), L.Flatten(), L.Dense(2)])
save("logits2", m, (10, 10, 1), ("h5",))

"""Makes the Keras files of the tests and what Keras computes with them."""
import json, os, sys
os.environ.setdefault("KERAS_BACKEND", "jax")
import numpy as np
import keras
from keras import layers as L

OUT = sys.argv[1]


def pixels(n, h, w, c):
    i = np.arange(n * h * w * c, dtype=np.int64)
    return ((i * 7919 + 13 * (i // 7)) % 256).reshape(n, h, w, c).astype("float32")


def randomise(model):
    rng = np.random.default_rng(7)
    for v in model.variables:
        if "seed" in v.path or v.path.startswith("norm/") or "count" in v.path or v.dtype not in ("float32",):
            continue
        name = v.path.split("/")[-1]
        shape = tuple(v.shape)
        if name in ("moving_variance", "gamma", "variance"):
            v.assign(rng.uniform(0.5, 1.5, shape).astype("float32"))
        elif name in ("bias", "beta", "moving_mean", "mean"):
            v.assign(rng.normal(0, 0.2, shape).astype("float32"))
        elif name == "alpha":
            v.assign(rng.uniform(0.1, 0.4, shape).astype("float32"))
        else:
            fan = max(1, int(np.prod(shape[:-1])))
            v.assign(rng.normal(0, 1.2 / np.sqrt(fan), shape).astype("float32"))


def save(name, model, size, scale, kinds=("keras", "h5"), loss="categorical_crossentropy"):
    randomise(model)
    x = pixels(3, *size) * scale
    y = model.predict(x, verbose=0)
    model.compile("sgd", loss)
    for kind in kinds:
        model.save(f"{OUT}/{name}.{kind}")
    json.dump({"shape": list(y.shape), "outputs": [float(v) for v in y.reshape(-1)]},
              open(f"{OUT}/{name}.json", "w"))
    print(name, y.shape, y.reshape(-1)[:4])


keras.utils.set_random_seed(1)
save("sequential", keras.Sequential([
    keras.Input((13, 11, 1)),
    L.Conv2D(4, 3, strides=2, padding="same", activation="relu"),
    L.BatchNormalization(momentum=0.9, epsilon=1e-4),
    L.AveragePooling2D(3, strides=2, padding="same"),
    L.Conv2D(5, (2, 3), padding="valid", use_bias=False, dilation_rate=(1, 1)),
    L.LeakyReLU(negative_slope=0.1),
    L.Flatten(),
    L.Dense(6, activation="tanh"),
    L.Dropout(0.4),
    L.Dense(4, activation="softmax"),
]), (13, 11, 1), 1 / 255)

i = keras.Input((16, 15, 3), name="picture")
x = L.Conv2D(6, 3, padding="same", use_bias=False, name="stem conv")(i)
x = L.BatchNormalization(scale=False)(x)
x = L.ReLU(max_value=6.0)(x)
y = L.SeparableConv2D(6, 3, padding="same", depth_multiplier=2, activation="swish")(x)
x = L.Add()([x, y])
y = L.DepthwiseConv2D(3, strides=2, padding="same", depth_multiplier=2)(x)
z = L.MaxPooling2D(3, strides=2, padding="same")(x)
x = L.Concatenate()([y, z])
s = L.GlobalAveragePooling2D(keepdims=True)(x)
s = L.Conv2D(18, 1, activation="hard_sigmoid")(s)
x = L.Multiply()([x, s])
x = x * 2.0 - 0.5
x = L.Conv2D(8, 3, strides=2, groups=2, padding="valid")(x)
x = L.GlobalAveragePooling2D()(x)
save("functional", keras.Model(i, L.Dense(3, activation="softmax")(x)), (16, 15, 3), 1 / 255)

i = keras.Input((12, 12, 3))
x = L.Rescaling(1 / 127.5, offset=-1)(i)
x = L.Conv2D(4, 5, strides=(2, 1), padding="same", activation="elu")(x)
x = L.GlobalMaxPooling2D()(x)
save("binary", keras.Model(i, L.Dense(1, activation="sigmoid")(x)), (12, 12, 3), 1, ("h5",), "binary_crossentropy")

i = keras.Input((9, 10, 3))
x = L.RandomFlip("horizontal")(i)
x = L.Normalization(name="norm")(x)
x = L.ZeroPadding2D(((1, 0), (2, 1)))(x)
x = L.Conv2DTranspose(4, 3, strides=2, padding="same")(x)
x = L.PReLU(shared_axes=[1, 2])(x)
x = L.Cropping2D(((1, 2), (0, 3)))(x)
x = L.Conv2D(4, 3, dilation_rate=2, padding="same", activation="gelu")(x)
x = L.UpSampling2D(2, interpolation="bilinear")(x)
x = L.Conv2DTranspose(3, 4, strides=3, padding="valid", activation="selu")(x)
x = L.LayerNormalization()(x)
x = L.AveragePooling2D(4, padding="valid")(x)
x = L.PReLU()(x)
x = L.Reshape((-1,))(x)
m = keras.Model(i, L.Dense(3, activation="sigmoid")(x))
m.get_layer("norm").adapt(pixels(8, 9, 10, 3))
save("labels", m, (9, 10, 3), 1, ("keras",), "binary_crossentropy")

inner = keras.Sequential([keras.Input((8, 8, 3)), L.Conv2D(4, 3, name="same_name"), L.BatchNormalization(), L.Activation("mish")], name="base")
i = keras.Input((8, 8, 3))
x = inner(i, training=False)
inner.trainable = False
x = L.Conv2D(5, 3, name="same_name")(x)
x = L.GlobalAveragePooling2D()(x)
save("nested", keras.Model(i, L.Activation("softmax")(x)), (8, 8, 3), 1 / 255)

i = keras.Input((None, None, 3))
x = L.Conv2D(4, 3, padding="same", activation="relu")(i)
x = L.MaxPooling2D()(x)
save("features", keras.Model(i, x), (8, 8, 3), 1 / 255, ("keras",))

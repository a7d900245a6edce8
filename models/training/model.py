"""The network: a small convolutional classifier of fixed shape, made of operations every TensorFlow Lite has."""

from __future__ import annotations

import os
from queue import Queue
from threading import Thread

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras
import numpy as np
import tensorflow as tf
from absl import logging

from augment import Mixer
from data import FINE, FINE_TO_LABEL, LABELS
from features import LogMel


logging.set_verbosity(logging.ERROR)


def make_repeatable(seed: int, threads: int) -> None:
    """Fixes every source of chance in TensorFlow."""
    tf.config.threading.set_intra_op_parallelism_threads(threads)
    tf.config.threading.set_inter_op_parallelism_threads(1)
    tf.config.experimental.enable_op_determinism()
    keras.utils.set_random_seed(seed)


def build(front: LogMel, width: int = 1) -> keras.Model:
    """The network up to the softmax over fine classes."""
    layers = keras.layers
    decay = keras.regularizers.L2(1e-4)

    def block(x, filters: int, size: int = 3, stride: int = 1, pool: int = 1):
        x = layers.Conv2D(filters, size, stride, "same", use_bias=False, kernel_regularizer=decay)(x)
        x = layers.ReLU()(layers.BatchNormalization(momentum=0.95)(x))
        return layers.MaxPooling2D(pool)(x) if pool > 1 else x

    window = layers.Input((front.frames, front.mels, 1), batch_size=None, name="log_mel")
    x = block(window, 24, size=5, stride=2, pool=2)
    x = block(x, 40)
    x = block(x, 56, pool=2)
    x = block(x, 72, pool=2)
    x = block(x, 96)
    # The mean over time speaks for steady sounds (rain), the maximum for short ones (a bark).
    high, wide = x.shape[1], x.shape[2]
    x = layers.Concatenate()([layers.AveragePooling2D((high, wide))(x), layers.MaxPooling2D((high, wide))(x)])
    x = layers.Dropout(0.4)(layers.Flatten()(x))
    fine = layers.Dense(len(FINE), activation="softmax", kernel_regularizer=decay, name="fine")(x)
    return keras.Model(window, fine)


def merged(model: keras.Model, front: LogMel) -> keras.Model:
    """The network as it is shipped: fixed batch of one, probabilities of fine classes summed to labels."""
    matrix = np.zeros((len(FINE), len(LABELS)), np.float32)
    for row, fine in enumerate(FINE):
        matrix[row, LABELS.index(FINE_TO_LABEL[fine])] = 1.0
    window = keras.layers.Input(batch_shape=(1, front.frames, front.mels, 1), name="log_mel")
    total = keras.layers.Dense(len(LABELS), use_bias=False, name="labels")
    shipped = keras.Model(window, total(model(window)))
    total.set_weights([matrix])
    return shipped


def train(model: keras.Model, mixer: Mixer, steps: int, batch: int, peak_rate: float = 3e-3, progress=None) -> None:
    """Trains in place: Adam with a warm start and a cosine decay to zero."""
    rate = keras.optimizers.schedules.CosineDecay(1e-5, steps - steps // 20, warmup_target=peak_rate, warmup_steps=steps // 20)
    optimiser = keras.optimizers.Adam(rate, clipnorm=1.0)
    loss_of = keras.losses.CategoricalCrossentropy()

    @tf.function
    def step(x, y):
        with tf.GradientTape() as tape:
            loss = loss_of(y, model(x, training=True))
            whole = loss + tf.add_n(model.losses)
        optimiser.apply_gradients(zip(tape.gradient(whole, model.trainable_variables), model.trainable_variables))
        return loss

    # One producer draws the batches in order while the network learns from the last: faster, and still repeatable.
    batches: Queue = Queue(maxsize=8)
    producer = Thread(target=lambda: [batches.put(mixer.batch(batch)) for _ in range(steps)], daemon=True)
    producer.start()
    mean_loss = 0.0
    for number in range(steps):
        x, y = batches.get()
        loss = float(step(tf.constant(x), tf.constant(y)))
        mean_loss = loss if number == 0 else 0.98 * mean_loss + 0.02 * loss
        if progress:
            progress(number + 1, steps, mean_loss)
    producer.join()

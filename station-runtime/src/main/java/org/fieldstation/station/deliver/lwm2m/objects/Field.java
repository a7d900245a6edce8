package org.fieldstation.station.deliver.lwm2m.objects;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.leshan.core.model.ResourceModel;
import org.jspecify.annotations.Nullable;

/**
 * One resource of an instance: what it means to read it, to write it and to run it. What is null
 * here is answered by 4.05.
 *
 * @param reading gives the value, a map by instance for a multiple resource, or null for "not now",
 *     which is answered by 4.04: no value is better than an invented one
 */
record Field(
    ResourceModel.Type type,
    @Nullable Supplier<? extends @Nullable Object> reading,
    @Nullable Writing writing,
    @Nullable Running running) {

  /** What a Write does. */
  @FunctionalInterface
  interface Writing {
    /** Returns null when it is done, else the objection: 4.00. */
    @Nullable String write(Object value);
  }

  /** What an Execute does. */
  @FunctionalInterface
  interface Running {
    /** Returns null when it is done, else the objection: 4.00. */
    @Nullable String run(String arguments);
  }

  static Field text(Supplier<@Nullable String> value) {
    return new Field(ResourceModel.Type.STRING, value, null, null);
  }

  static Field integer(Supplier<@Nullable Long> value) {
    return new Field(ResourceModel.Type.INTEGER, value, null, null);
  }

  static Field decimal(Supplier<@Nullable Double> value) {
    return new Field(ResourceModel.Type.FLOAT, value, null, null);
  }

  static Field truth(Supplier<@Nullable Boolean> value) {
    return new Field(ResourceModel.Type.BOOLEAN, value, null, null);
  }

  static Field opaque(Supplier<byte @Nullable []> value) {
    return new Field(ResourceModel.Type.OPAQUE, value, null, null);
  }

  /** A time in whole seconds. */
  static Field time(Supplier<@Nullable Instant> value) {
    return new Field(
        ResourceModel.Type.TIME,
        () -> {
          var at = value.get();
          return at == null ? null : Date.from(at);
        },
        null,
        null);
  }

  /** A multiple resource; no instances are "not now". */
  static Field many(ResourceModel.Type type, Supplier<? extends Map<Integer, ?>> values) {
    return new Field(
        type,
        () -> {
          var all = values.get();
          return all.isEmpty() ? null : all;
        },
        null,
        null);
  }

  static Field action(Running running) {
    return new Field(ResourceModel.Type.NONE, null, null, running);
  }

  Field writable(Writing how) {
    return new Field(type, reading, how, running);
  }

  @Nullable Object value() {
    return reading == null ? null : reading.get();
  }

  /** Whether a server can do something with it now. */
  boolean present() {
    return running != null || writing != null || value() != null;
  }
}

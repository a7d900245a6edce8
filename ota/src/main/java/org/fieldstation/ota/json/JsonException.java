package org.fieldstation.ota.json;

/** A text that is not the JSON it should be. */
public final class JsonException extends RuntimeException {
  public JsonException(String message) {
    super(message);
  }
}

package org.fieldstation.station.settings;

/** A configuration that cannot be followed. The message is for the person who wrote it. */
public final class SettingsException extends RuntimeException {

  public SettingsException(String message) {
    super(message);
  }

  public SettingsException(String message, Throwable cause) {
    super(message, cause);
  }
}

package org.fieldstation.station.settings;

/**
 * A lamp that shows how the station is, by a code of flashes.
 *
 * @param at its pin
 */
public record LedSettings(String at) {}

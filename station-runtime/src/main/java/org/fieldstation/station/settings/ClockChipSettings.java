package org.fieldstation.station.settings;

/**
 * A DS3231 that the station reads by itself. With the kernel's own driver (dtoverlay=i2c-rtc) leave
 * this out: the kernel then sets its clock before the station starts.
 *
 * @param at for instance {@code i2c/0x68}
 */
public record ClockChipSettings(String at) {}

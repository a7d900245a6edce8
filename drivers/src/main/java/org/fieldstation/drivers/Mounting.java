package org.fieldstation.drivers;

/**
 * Which chip is where on a board.
 *
 * @param chip what it is, for instance {@code bme280}
 * @param at where it is attached, in the hardware's words, for instance {@code i2c-1/0x76}
 */
public record Mounting(String chip, String at) {}

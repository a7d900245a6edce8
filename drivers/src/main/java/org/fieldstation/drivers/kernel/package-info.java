/**
 * Devices as the Linux kernel gives them: gpiochip, i2c-dev, spidev, pwm, tty, watchdog. System
 * calls are made through the foreign function interface; no memory outlives its call.
 */
@NullMarked
package org.fieldstation.drivers.kernel;

import org.jspecify.annotations.NullMarked;

package org.fieldstation.drivers.alsa;

import java.util.List;
import java.util.Optional;

/**
 * A sound card that can record.
 *
 * @param id the kernel's short name, such as "AudioMoth"; two cards of a kind get different ones,
 *     in the order in which they are found
 * @param name what it calls itself
 * @param devices numbers of its devices that record
 * @param serial serial number, when it is a USB device that has one
 * @param port the USB socket it is plugged into, such as "1-1.2", when it is a USB device
 */
public record AlsaCard(
    String id, String name, List<Integer> devices, Optional<String> serial, Optional<String> port) {

  /** What ALSA calls the card's first device that records, without any conversion. */
  String pcm() {
    return "hw:CARD=" + id + ",DEV=" + devices.getFirst();
  }

  /** The words that choose it in a configuration, the most lasting ones. */
  public String identity() {
    return serial.map(s -> "serial=" + s).or(() -> port.map(p -> "port=" + p)).orElse("card=" + id);
  }
}

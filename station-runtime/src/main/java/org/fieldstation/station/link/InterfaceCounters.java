package org.fieldstation.station.link;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * What the kernel knows of a network interface.
 *
 * @param classes {@code /sys/class/net}
 */
public record InterfaceCounters(Path classes) {

  /** Those of this computer. */
  public static InterfaceCounters ofThisComputer() {
    return new InterfaceCounters(Path.of("/sys/class/net"));
  }

  /** Bytes sent since the interface came up; empty when nobody counts. */
  public OptionalLong sent(String networkInterface) {
    return number(networkInterface, "tx_bytes");
  }

  /** Bytes received since the interface came up. */
  public OptionalLong received(String networkInterface) {
    return number(networkInterface, "rx_bytes");
  }

  /** Its addresses, none when it is down. */
  public List<String> addresses(String networkInterface) {
    try {
      var found = NetworkInterface.getByName(networkInterface);
      return found == null
          ? List.of()
          : found.inetAddresses().map(InetAddress::getHostAddress).map(this::plain).toList();
    } catch (SocketException e) { // it went away while we looked
      return List.of();
    }
  }

  private String plain(String address) {
    int scope = address.indexOf('%');
    return scope < 0 ? address : address.substring(0, scope);
  }

  private OptionalLong number(String networkInterface, String counter) {
    var file = classes.resolve(networkInterface).resolve("statistics").resolve(counter);
    try {
      var text = Files.readString(file, StandardCharsets.US_ASCII).strip();
      return text.matches("[0-9]{1,18}")
          ? OptionalLong.of(Long.parseLong(text))
          : OptionalLong.empty();
    } catch (IOException e) { // no such interface, or another system
      return OptionalLong.empty();
    }
  }
}

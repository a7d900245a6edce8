package org.fieldstation.station.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What a Linux computer has that something could be attached to.
 *
 * @param root the file system it lives in
 */
record Ports(Path root) {

  /** Numbers of the I2C buses, as /dev has them. */
  List<Integer> buses() {
    return names("dev", "i2c-*").stream()
        .map(it -> it.substring("i2c-".length()))
        .filter(it -> it.matches("[0-9]{1,3}"))
        .map(Integer::valueOf)
        .sorted()
        .toList();
  }

  /**
   * Serial lines by the name that lasts longest: that of the USB device, of the header's own, then
   * of the kernel.
   */
  List<String> lines() {
    var lines = new LinkedHashMap<Path, String>();
    for (var name : names("dev/serial/by-id", "*")) {
      put("dev/serial/by-id/" + name, lines);
    }
    put("dev/serial0", lines);
    for (var pattern : List.of("ttyACM*", "ttyUSB*", "ttyAMA*")) {
      names("dev", pattern).forEach(it -> put("dev/" + it, lines));
    }
    return List.copyOf(lines.values());
  }

  /** Thermometers on the 1-wire bus. */
  List<String> thermometers() {
    return names("sys/bus/w1/devices", "28-*");
  }

  private void put(String name, LinkedHashMap<Path, String> lines) {
    try {
      lines.putIfAbsent(root.resolve(name).toRealPath(), "/" + name);
    } catch (IOException absent) {
      return; // this computer has no such line
    }
  }

  private List<String> names(String folder, String pattern) {
    var names = new ArrayList<String>();
    try (var list = Files.newDirectoryStream(root.resolve(folder), pattern)) {
      list.forEach(it -> names.add(it.getFileName().toString()));
    } catch (IOException none) {
      return List.of();
    }
    names.sort(null);
    return names;
  }
}

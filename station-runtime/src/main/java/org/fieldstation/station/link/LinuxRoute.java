package org.fieldstation.station.link;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The default route with the lowest metric, as Linux lists it in {@code /proc/net/route} and {@code
 * /proc/net/ipv6_route} (proc_net(5)). A line that is not understood is no route.
 */
public record LinuxRoute(Path folder) implements Route {
  private static final int UP = 1;
  private static final int V4_FIELDS = 8;
  private static final int V6_FIELDS = 10;

  /** The routes of this computer. */
  public static LinuxRoute ofThisComputer() {
    return new LinuxRoute(Path.of("/proc/net"));
  }

  private record Way(String networkInterface, long metric) {}

  @Override
  public Optional<String> networkInterface() {
    var v4 = lines("route").skip(1).flatMap(line -> v4(line).stream());
    var v6 = lines("ipv6_route").flatMap(line -> v6(line).stream());
    return Stream.concat(v4, v6)
        .filter(way -> !way.networkInterface().equals("lo"))
        .min(Comparator.comparingLong(Way::metric))
        .map(Way::networkInterface);
  }

  private Stream<String> lines(String name) {
    try {
      return Files.readAllLines(folder.resolve(name), StandardCharsets.US_ASCII).stream();
    } catch (IOException e) { // no such protocol in this kernel
      return Stream.empty();
    }
  }

  /** Interface, destination, gateway, flags, references, use, metric, mask. */
  private static Optional<Way> v4(String line) {
    var fields = fields(line);
    return fields.size() >= V4_FIELDS && zero(fields.get(1)) && zero(fields.get(7))
        ? way(fields.getFirst(), fields.get(3), fields.get(6), 10)
        : Optional.empty();
  }

  /**
   * Destination, its length, source, its length, next hop, metric, references, use, flags, name.
   */
  private static Optional<Way> v6(String line) {
    var fields = fields(line);
    return fields.size() >= V6_FIELDS && zero(fields.getFirst()) && zero(fields.get(1))
        ? way(fields.get(9), fields.get(8), fields.get(5), 16)
        : Optional.empty();
  }

  private static Optional<Way> way(String name, String flags, String metric, int radix) {
    try {
      boolean up = (Long.parseLong(flags, 16) & UP) != 0;
      return up ? Optional.of(new Way(name, Long.parseLong(metric, radix))) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static List<String> fields(String line) {
    return List.of(line.strip().split("\\s+", -1));
  }

  private static boolean zero(String hex) {
    return hex.matches("0+");
  }
}

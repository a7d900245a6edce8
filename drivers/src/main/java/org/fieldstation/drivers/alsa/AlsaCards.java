package org.fieldstation.drivers.alsa;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The sound cards of this computer that can record, as /proc/asound and /sys describe them. */
public final class AlsaCards {

  /** " 1 [AudioMoth ]: USB-Audio - 384kHz AudioMoth USB Microphone" */
  private static final Pattern CARD = Pattern.compile("\\s*(\\d+) \\[(\\S+)\\s*]: (.*)");

  /** "01-00: USB Audio : USB Audio : capture 1" */
  private static final Pattern CAPTURE = Pattern.compile("(\\d+)-(\\d+): .*: capture \\d+.*");

  private final Path root;

  private AlsaCards(Path root) {
    this.root = root;
  }

  /** Those of this computer. */
  public static List<AlsaCard> list() {
    return list(Path.of("/"));
  }

  /** Those of the file system that begins at {@code root}; none when it has no sound. */
  static List<AlsaCard> list(Path root) {
    return new AlsaCards(root).read();
  }

  private List<AlsaCard> read() {
    var devices = captureDevices();
    var cards = new ArrayList<AlsaCard>();
    for (var line : lines("proc/asound/cards")) {
      var match = CARD.matcher(line);
      if (match.matches()) {
        int index = Integer.parseInt(match.group(1));
        var captures = devices.getOrDefault(index, List.of());
        if (!captures.isEmpty()) {
          cards.add(card(index, match.group(2), match.group(3), captures));
        }
      }
    }
    cards.sort(Comparator.comparing(AlsaCard::id));
    return cards;
  }

  private Map<Integer, List<Integer>> captureDevices() {
    var devices = new TreeMap<Integer, List<Integer>>();
    for (var line : lines("proc/asound/pcm")) {
      var match = CAPTURE.matcher(line);
      if (match.matches()) {
        devices
            .computeIfAbsent(Integer.parseInt(match.group(1)), _ -> new ArrayList<>())
            .add(Integer.parseInt(match.group(2)));
      }
    }
    return devices;
  }

  /** A USB card's link leads to one interface of the device, such as ".../1-1.2/1-1.2:1.0". */
  private AlsaCard card(int index, String id, String name, List<Integer> devices) {
    var link = root.resolve("sys/class/sound/card" + index + "/device");
    Optional<Path> usb;
    try {
      var device = link.toRealPath();
      usb = Optional.ofNullable(device.getParent()).filter(p -> isInterface(device, p));
    } catch (IOException notOnABus) {
      usb = Optional.empty();
    }
    var serial = usb.flatMap(p -> lines(p.resolve("serial")).stream().findFirst());
    var port = usb.map(p -> p.getFileName().toString());
    return new AlsaCard(id, name, List.copyOf(devices), serial.map(String::strip), port);
  }

  private static boolean isInterface(Path device, Path parent) {
    return device.getFileName().toString().startsWith(parent.getFileName() + ":");
  }

  private List<String> lines(String file) {
    return lines(root.resolve(file));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException absent) {
      return List.of(); // no driver is loaded, or the device has just been pulled out
    }
  }
}

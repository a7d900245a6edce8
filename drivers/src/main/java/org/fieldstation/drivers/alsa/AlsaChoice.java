package org.fieldstation.drivers.alsa;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.DeviceException.Code;

/**
 * The choice of a card by something that is the same after every restart: {@code serial=1234},
 * {@code port=1-1.2}, {@code card=AudioMoth} or {@code hw:CARD=AudioMoth,DEV=0}. Card numbers are
 * refused: they are handed out anew at every start.
 */
record AlsaChoice(String words) {

  /** What ALSA calls the device that is chosen among these cards. */
  String pcm(List<AlsaCard> cards) {
    if (words.startsWith("hw:")) {
      return hardware(words.substring("hw:".length()), cards);
    }
    return switch (words.split("=", 2)) {
      case String[] w when w.length == 2 && w[0].equals("card") -> pcm(card(w[1]), cards);
      case String[] w when w.length == 2 && w[0].equals("serial") -> pcm(has(w[1], true), cards);
      case String[] w when w.length == 2 && w[0].equals("port") -> pcm(has(w[1], false), cards);
      default -> throw unsupported();
    };
  }

  private static Predicate<AlsaCard> card(String id) {
    return card -> card.id().equals(id);
  }

  private static Predicate<AlsaCard> has(String value, boolean serial) {
    return card -> (serial ? card.serial() : card.port()).filter(value::equals).isPresent();
  }

  private String pcm(Predicate<AlsaCard> wanted, List<AlsaCard> cards) {
    return only(wanted, cards).pcm();
  }

  private String hardware(String address, List<AlsaCard> cards) {
    var id = address.replaceFirst("^CARD=", "").replaceFirst(",.*", "");
    if (id.isEmpty() || id.chars().allMatch(Character::isDigit)) {
      throw unsupported();
    }
    var card = only(card(id), cards);
    var device = address.contains(",") ? address.replaceFirst(".*,(DEV=)?", "") : "";
    return device.isEmpty() ? card.pcm() : "hw:CARD=" + id + ",DEV=" + device;
  }

  private AlsaCard only(Predicate<AlsaCard> wanted, List<AlsaCard> cards) {
    var found = cards.stream().filter(wanted).toList();
    return switch (found.size()) {
      case 1 -> found.getFirst();
      case 0 -> throw new DeviceException(Code.ABSENT, "no microphone " + words + has(cards));
      default ->
          throw new DeviceException(
              Code.UNSUPPORTED, "several microphones are " + words + "; choose one by its port");
    };
  }

  private static String has(List<AlsaCard> cards) {
    return cards.isEmpty()
        ? "; no sound card that records is plugged in"
        : cards.stream()
            .map(AlsaCard::identity)
            .collect(Collectors.joining(", ", "; there is ", ""));
  }

  private DeviceException unsupported() {
    return new DeviceException(
        Code.UNSUPPORTED,
        "\""
            + words
            + "\" does not say which microphone; write serial=…, port=… or card=NAME"
            + " (numbers change at every start)");
  }
}

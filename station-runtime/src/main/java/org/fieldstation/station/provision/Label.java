package org.fieldstation.station.provision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import org.fieldstation.station.deliver.lwm2m.Secret;
import org.fieldstation.station.provision.ProvisionException.Code;

/**
 * A station's account as one line of text, short enough for a QR code on its box. It holds the key:
 * whoever reads the label can pose as the station.
 *
 * <pre>
 * fieldstation:ailaoshan-007?server=reserve&amp;uri=coaps://…&amp;identity=…&amp;key=…&amp;bootstrap=true&amp;check=…
 * </pre>
 *
 * @param station whose label it is
 * @param server what the station is to call the server
 * @param uri where it is, {@code coaps://host:port}
 * @param identity of the pre-shared key
 * @param bootstrap whether that is a bootstrap server, which gives out the account proper
 */
public record Label(
    String station, String server, URI uri, String identity, Secret key, boolean bootstrap) {
  private static final String SCHEME = "fieldstation:";
  private static final String CHECK = "&check=";

  /** The line for a QR code. */
  public String text() {
    var text =
        SCHEME
            + encoded(station)
            + "?server="
            + encoded(server)
            + "&uri="
            + uri
            + "&identity="
            + encoded(identity)
            + "&key="
            + HexFormat.of().formatHex(key.bytes())
            + (bootstrap ? "&bootstrap=true" : "");
    return text + CHECK + check(text);
  }

  /**
   * Reads a line.
   *
   * @throws ProvisionException when a letter of it is wrong or missing
   */
  public static Label of(String line) {
    var text = line.strip();
    int check = text.lastIndexOf(CHECK);
    int query = text.indexOf('?');
    if (!text.startsWith(SCHEME) || query < 0 || check < query) {
      throw damaged("it begins with " + SCHEME + " and ends with a check");
    }
    var said = text.substring(check + CHECK.length()).toLowerCase(Locale.ROOT);
    if (!said.equals(check(text.substring(0, check)))) {
      throw damaged("its check does not fit: scan it again");
    }
    try {
      return of(
          decoded(text.substring(SCHEME.length(), query)), words(text.substring(query + 1, check)));
    } catch (IllegalArgumentException e) {
      throw damaged(String.valueOf(e.getMessage()));
    }
  }

  private static Label of(String station, Map<String, String> words) {
    var label =
        new Label(
            station,
            word(words, "server"),
            URI.create(word(words, "uri")),
            word(words, "identity"),
            Secret.ofHex(word(words, "key")),
            Boolean.parseBoolean(words.remove("bootstrap")));
    if (!words.isEmpty()) {
      throw new IllegalArgumentException("this release does not know " + words.keySet());
    }
    return label;
  }

  private static String word(Map<String, String> words, String name) {
    var word = words.remove(name);
    if (word == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return word;
  }

  private static Map<String, String> words(String query) {
    var words = new HashMap<String, String>();
    for (String part : query.split("&", -1)) {
      int equals = part.indexOf('=');
      if (equals < 1
          || words.put(part.substring(0, equals), decoded(part.substring(equals + 1))) != null) {
        throw new IllegalArgumentException("not a word and its value: " + part);
      }
    }
    return words;
  }

  private static String encoded(String word) {
    return URLEncoder.encode(word, UTF_8);
  }

  private static String decoded(String word) {
    return URLDecoder.decode(word, UTF_8);
  }

  /** Against a letter read wrongly, not against malice: who can write a label may write any. */
  private static String check(String text) {
    var crc = new CRC32();
    crc.update(text.getBytes(UTF_8));
    return "%08x".formatted(crc.getValue());
  }

  private static ProvisionException damaged(String why) {
    return new ProvisionException(Code.NOT_A_LABEL, "not a station's label: " + why);
  }
}

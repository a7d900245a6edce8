package org.fieldstation.station.doctor;

import java.util.Locale;
import java.util.ResourceBundle;
import org.fieldstation.drivers.Quantity;

/** A language the doctor speaks: Chinese or English. */
public final class Tongue {
  private static final String BOOK = "org.fieldstation.station.doctor.words";

  private final ResourceBundle book;

  private Tongue(ResourceBundle book) {
    this.book = book;
  }

  /** Chinese for Chinese, English for everybody else. */
  public static Tongue of(Locale locale) {
    var known = locale.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
    return new Tongue(
        ResourceBundle.getBundle(
            BOOK,
            known,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
  }

  /** The sentence. */
  public String say(Words words) {
    var text = book.getString(words.key());
    for (int i = 0; i < words.values().size(); i++) {
      text = text.replace("{" + i + "}", words.values().get(i));
    }
    return text;
  }

  /** What a part of the station is called: in a word of the book, or as its owner named it. */
  String part(String name) {
    var key = "part." + name;
    return book.containsKey(key) ? book.getString(key) : name;
  }

  /** What stands between two things of a list. */
  String separator() {
    return book.getString("separator");
  }

  /** What a quantity is called. */
  String quantity(Quantity quantity) {
    var key = "quantity." + word(quantity);
    return book.containsKey(key) ? book.getString(key) : word(quantity);
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

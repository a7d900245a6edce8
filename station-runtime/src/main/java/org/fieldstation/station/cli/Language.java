package org.fieldstation.station.cli;

import java.util.Locale;
import org.fieldstation.station.doctor.Tongue;

/** The languages that commands for people at the mast speak. */
enum Language {
  ZH(Locale.CHINESE),
  EN(Locale.ENGLISH);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  static Language ofThisTerminal() {
    return Locale.getDefault().getLanguage().equals("zh") ? ZH : EN;
  }

  Tongue tongue() {
    return Tongue.of(locale);
  }
}

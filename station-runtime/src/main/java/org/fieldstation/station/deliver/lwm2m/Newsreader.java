package org.fieldstation.station.deliver.lwm2m;

import org.fieldstation.station.now.News;

/** An instance whose resources change with the news; it tells Leshan which, for observers. */
public interface Newsreader {
  void read(News news);
}

package org.fieldstation.ota;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Where signed files come from: a server behind CoAP or HTTP, or a folder on a stick. Nothing it
 * says is believed: it may be stolen, broken, or send for ever.
 */
public interface Repository {

  /**
   * The file of that name from that byte on, or nothing where there is no such file. The stream
   * ends early or throws when the link is lost; whoever reads it closes it.
   */
  Optional<InputStream> open(String name, long from) throws IOException;
}

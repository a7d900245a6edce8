package org.fieldstation.station.update;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import org.fieldstation.ota.Repository;
import org.fieldstation.station.update.SourceException.Code;

/** Opens repositories by their address. */
public final class Sources {
  private final Opener coap;
  private final Budget budget;

  /** Opens repositories of one kind. */
  @FunctionalInterface
  public interface Opener {
    Repository open(URI address);
  }

  /**
   * @param coap opens {@code coap://} and {@code coaps://}
   * @param budget of the link; what lies in a folder costs none
   */
  public Sources(Opener coap, Budget budget) {
    this.coap = coap;
    this.budget = budget;
  }

  /**
   * The repository at an address: a folder, or {@code coap(s)://} or {@code http(s)://} and the
   * folder's name there.
   *
   * @throws SourceException when it is none
   */
  public Repository open(String address) {
    if (address.isEmpty()) {
      throw new SourceException(Code.INVALID_ADDRESS, "no repository and release in this address");
    }
    if (address.startsWith("/")) {
      return new org.fieldstation.ota.FolderRepository(Path.of(address));
    }
    var uri = uri(address);
    return switch (String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT)) {
      case "http", "https" -> new Metered(new HttpRepository(uri), budget);
      case "coap", "coaps" -> new Metered(coap.open(uri), budget);
      default ->
          throw new SourceException(
              Code.UNSUPPORTED_PROTOCOL,
              address + ": only coap, coaps, http, https and folders are understood");
    };
  }

  private static URI uri(String address) {
    try {
      var uri = URI.create(address);
      if (uri.getScheme() != null && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException _) {
      // said below
    }
    throw new SourceException(Code.INVALID_ADDRESS, address + ": is not an address");
  }
}

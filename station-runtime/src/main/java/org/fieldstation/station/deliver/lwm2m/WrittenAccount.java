package org.fieldstation.station.deliver.lwm2m;

import static org.eclipse.leshan.core.LwM2mId.SEC_BOOTSTRAP;
import static org.eclipse.leshan.core.LwM2mId.SEC_PUBKEY_IDENTITY;
import static org.eclipse.leshan.core.LwM2mId.SEC_SECRET_KEY;
import static org.eclipse.leshan.core.LwM2mId.SEC_SECURITY_MODE;
import static org.eclipse.leshan.core.LwM2mId.SEC_SERVER_PUBKEY;
import static org.eclipse.leshan.core.LwM2mId.SEC_SERVER_URI;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Reads an account out of what was written into an instance of the Security object (0). */
final class WrittenAccount {
  private static final long PRE_SHARED_KEY = 0;
  private static final long CERTIFICATE = 2;
  private static final long NO_SECURITY = 3;

  private WrittenAccount() {}

  /**
   * The account.
   *
   * @throws IllegalArgumentException saying what is missing or is not spoken here
   */
  static GivenAccount of(WrittenInstance security) {
    var values = security.values();
    if (Boolean.TRUE.equals(values.get(SEC_BOOTSTRAP))) {
      throw new IllegalArgumentException(
          "the account at the bootstrap server is the technician's to change");
    }
    var uri = URI.create(value(values, SEC_SERVER_URI, String.class));
    return new GivenAccount(uri, credentials(values));
  }

  private static Credentials credentials(Map<Integer, Object> values) {
    long mode = value(values, SEC_SECURITY_MODE, Long.class);
    if (mode == NO_SECURITY) {
      return new Credentials.None();
    }
    if (mode != PRE_SHARED_KEY && mode != CERTIFICATE) {
      throw new IllegalArgumentException("security mode " + mode + " is not spoken here");
    }
    byte[] own = value(values, SEC_PUBKEY_IDENTITY, byte[].class);
    byte[] key = value(values, SEC_SECRET_KEY, byte[].class);
    return mode == PRE_SHARED_KEY
        ? new Credentials.SharedKey(new String(own, StandardCharsets.UTF_8), new Secret(key))
        : GivenAccount.certificates(own, key, value(values, SEC_SERVER_PUBKEY, byte[].class));
  }

  private static <T> T value(Map<Integer, Object> values, int resource, Class<T> kind) {
    var value = values.get(resource);
    if (!kind.isInstance(value)) {
      throw new IllegalArgumentException("0/x/" + resource + " is missing");
    }
    return kind.cast(value);
  }
}

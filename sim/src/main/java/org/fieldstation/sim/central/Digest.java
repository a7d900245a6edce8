package org.fieldstation.sim.central;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.fieldstation.station.journal.Item.Entry;

/** What makes two records the same: everything in them. */
final class Digest {
  private Digest() {}

  static byte[] of(Entry entry) {
    try {
      var stamp = entry.stamp();
      var sha = MessageDigest.getInstance("SHA-256");
      sha.update(
          ByteBuffer.allocate(5 * Long.BYTES)
              .putLong(stamp.boot())
              .putLong(stamp.uptimeMillis())
              .putLong(stamp.utcMillis())
              .putLong(stamp.uncertaintyMillis())
              .putInt(entry.kind().code())
              .putInt(stamp.source().code())
              .array());
      return sha.digest(entry.body());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

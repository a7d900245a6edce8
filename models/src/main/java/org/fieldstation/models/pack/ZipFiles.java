package org.fieldstation.models.pack;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.ModelException.Code;

/**
 * A pack in a zip, its files at the top or in one folder. Nothing is ever unpacked by the name it
 * has in there; a zip with a name that leads out of it, or that swells beyond reason, is refused as
 * a whole, because whoever made it did not mean well or did not know what he did.
 *
 * @param names where in the zip each file is, by its name alone
 */
record ZipFiles(Path zip, Map<String, String> names) implements PackFiles {
  private static final int MOST_ENTRIES = 256;
  private static final long MOST_BYTES = PackReader.LARGEST_MODEL + (64L << 20);

  /** Weights shrink to a half or a tenth. What shrinks more than this is empty or a trap. */
  private static final long MOST_RATIO = 200;

  private static final long SMALL = 1L << 20;

  static ZipFiles open(Path zip) {
    try (var file = new ZipFile(zip.toFile())) {
      if (file.size() > MOST_ENTRIES) {
        throw refused(zip, "%d files, and a pack has a handful".formatted(file.size()));
      }
      var names = new HashMap<String, String>();
      String folder = null;
      long bytes = 0;
      for (var entries = file.entries(); entries.hasMoreElements(); ) {
        var entry = entries.nextElement();
        bytes += size(zip, entry);
        if (bytes > MOST_BYTES) {
          throw refused(zip, "unpacked it is more than %d bytes".formatted(MOST_BYTES));
        }
        var name = entry.getName();
        var place = checked(zip, name);
        if (!entry.isDirectory()) {
          var within = name.substring(0, name.length() - place.length());
          if (folder != null && !folder.equals(within)) {
            throw refused(zip, "files in several folders; a pack is one");
          }
          folder = within;
          if (names.put(place, name) != null) {
            throw refused(zip, place + " is in it twice");
          }
        }
      }
      return new ZipFiles(zip, Map.copyOf(names));
    } catch (ZipException e) {
      throw new ModelException(
          Code.DAMAGED,
          "%s: not a whole zip (%s); copy it again".formatted(zip, e.getMessage()),
          e);
    } catch (IOException e) {
      throw new ModelException(Code.ABSENT, "%s: cannot be read (%s)".formatted(zip, e), e);
    } catch (IllegalArgumentException e) {
      throw refused(zip, "a name in it is not text");
    }
  }

  private static long size(Path zip, ZipEntry entry) {
    long size = entry.getSize();
    if (size < 0 || (size > SMALL && size / MOST_RATIO > entry.getCompressedSize())) {
      throw refused(zip, "%s swells to %d bytes".formatted(entry.getName(), size));
    }
    return size;
  }

  /** The last part of a name whose every part is plain. */
  private static String checked(Path zip, String name) {
    var last = "";
    for (var part : name.split("/", -1)) {
      if (!part.isEmpty() || last.isEmpty() || !name.endsWith("/")) {
        if (!part.matches("[A-Za-z0-9_][A-Za-z0-9._ +-]{0,127}") || part.contains("..")) {
          throw refused(zip, "the name \"%s\" leads out of it or is not plain".formatted(name));
        }
        last = part;
      }
    }
    return last;
  }

  private static ModelException refused(Path zip, String why) {
    return new ModelException(
        Code.BAD_MANIFEST, "%s: refused: %s; pack it anew".formatted(zip, why));
  }

  @Override
  public String where(String name) {
    return zip + ": " + name;
  }

  @Override
  public long size(String name) throws IOException {
    try (var file = new ZipFile(zip.toFile())) {
      return entry(file, name).getSize();
    }
  }

  @Override
  public InputStream open(String name) throws IOException {
    var file = new ZipFile(zip.toFile());
    try {
      var entry = entry(file, name);
      return new Limited(file, file.getInputStream(entry), entry.getSize());
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  private ZipEntry entry(ZipFile file, String name) throws IOException {
    var entry = names.containsKey(name) ? file.getEntry(names.get(name)) : null;
    if (entry == null) {
      throw new NoSuchFileException(where(name));
    }
    return entry;
  }

  /** Ends with a complaint where the zip says the file ends: that number may be a lie. */
  private static final class Limited extends FilterInputStream {
    private final ZipFile file;
    private long left;

    Limited(ZipFile file, InputStream in, long size) {
      super(in);
      this.file = file;
      left = size;
    }

    @Override
    public int read() throws IOException {
      return count(super.read(), 1);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int n = super.read(into, from, length);
      return count(n, n);
    }

    private int count(int result, int bytes) throws IOException {
      left -= Math.max(0, result < 0 ? 0 : bytes);
      if (left < 0) {
        throw new IOException("it is longer than the zip says");
      }
      return result;
    }

    @Override
    public void close() throws IOException {
      try (file) {
        super.close();
      }
    }
  }
}

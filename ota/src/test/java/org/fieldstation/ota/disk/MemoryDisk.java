package org.fieldstation.ota.disk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A disk that forgets what was not synced. After a cut, per file and per name, a coin decides what
 * of the unsynced survives, or all of it (a killed process), or none.
 */
public final class MemoryDisk implements Disk {
  /** What survives of the unsynced. */
  public enum Survives {
    ALL,
    NONE,
    SOME
  }

  /** The power went. */
  public static final class PowerCut extends RuntimeException {}

  private static final class Node {
    private final boolean isDirectory;
    private final Optional<String> target;
    private TreeMap<String, Node> names = new TreeMap<>();
    private TreeMap<String, Node> syncedNames = new TreeMap<>();
    private byte[] bytes = new byte[0];
    private byte[] syncedBytes = new byte[0];

    Node(boolean isDirectory, Optional<String> target) {
      this.isDirectory = isDirectory;
      this.target = target;
    }
  }

  private final Node top = new Node(true, Optional.empty());
  private final SplittableRandom coin;
  private long cutAfter = Long.MAX_VALUE;
  private long fullAfter = Long.MAX_VALUE;
  private long changes;
  private boolean lies;

  public MemoryDisk(long seed) {
    coin = new SplittableRandom(seed);
  }

  public long changes() {
    return changes;
  }

  /** The power goes instead of that many-th change from now. */
  public void cutAfter(long more) {
    cutAfter = changes + more;
  }

  /** From now on it says that it synced, and did not. */
  public void liesAboutSync() {
    lies = true;
  }

  /** So many more appends find room. */
  public void fullAfter(long more) {
    fullAfter = more;
  }

  public void powerReturns(Survives survives) {
    cutAfter = Long.MAX_VALUE;
    settle(top, survives);
  }

  private void settle(Node node, Survives survives) {
    if (survives == Survives.NONE) {
      node.names = new TreeMap<>(node.syncedNames);
      node.bytes = node.syncedBytes;
    } else if (survives == Survives.SOME) {
      node.names = new TreeMap<>(mixed(node));
      if (node.bytes.length > node.syncedBytes.length) {
        var kept = coin.nextInt(node.syncedBytes.length, node.bytes.length + 1);
        node.bytes = Arrays.copyOf(node.bytes, kept);
      }
    }
    node.syncedNames = new TreeMap<>(node.names);
    node.syncedBytes = node.bytes;
    node.names.values().forEach(child -> settle(child, survives));
  }

  private Map<String, Node> mixed(Node node) {
    var mixed = new TreeMap<String, Node>();
    var all = new TreeMap<>(node.names);
    all.putAll(node.syncedNames);
    for (var name : all.keySet()) {
      var kept = coin.nextBoolean() ? node.names.get(name) : node.syncedNames.get(name);
      if (kept != null) {
        mixed.put(name, kept);
      }
    }
    return mixed;
  }

  private void change() {
    if (changes >= cutAfter) {
      throw new PowerCut();
    }
    changes++;
  }

  private Optional<Node> find(Path path) {
    var node = top;
    for (var name : path) {
      var next = node.names.get(name.toString());
      if (next == null) {
        return Optional.empty();
      }
      node = next;
    }
    return Optional.of(node);
  }

  private Node get(Path path) {
    return find(path).orElseThrow(() -> fault(path + " is not there"));
  }

  private Node folder(Path path) {
    return get(Objects.requireNonNull(path.getParent()));
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static DiskException fault(String message) {
    return new DiskException(message, new IOException(message));
  }

  @Override
  public boolean exists(Path path) {
    return find(path).isPresent();
  }

  @Override
  public boolean isDirectory(Path path) {
    return find(path).filter(node -> node.isDirectory).isPresent();
  }

  @Override
  public byte[] read(Path file) {
    return get(file).bytes;
  }

  @Override
  public InputStream open(Path file) {
    return new ByteArrayInputStream(read(file));
  }

  @Override
  public long size(Path file) {
    return read(file).length;
  }

  @Override
  public List<String> list(Path directory) {
    return find(directory).map(node -> List.copyOf(node.names.keySet())).orElse(List.of());
  }

  @Override
  public Optional<String> target(Path link) {
    return find(link).flatMap(node -> node.target);
  }

  @Override
  public long free(Path path) {
    return fullAfter == 0 ? 0 : Long.MAX_VALUE;
  }

  @Override
  public void makeDirectory(Path directory) {
    change();
    folder(directory).names.putIfAbsent(name(directory), new Node(true, Optional.empty()));
  }

  @Override
  public void append(Path file, byte[] bytes, int length) {
    change();
    if (length > 0 && fullAfter-- <= 0) {
      fullAfter = 0;
      throw fault("No space left on device");
    }
    var node =
        folder(file).names.computeIfAbsent(name(file), _ -> new Node(false, Optional.empty()));
    var longer = Arrays.copyOf(node.bytes, node.bytes.length + length);
    System.arraycopy(bytes, 0, longer, node.bytes.length, length);
    node.bytes = longer;
  }

  @Override
  public void makeExecutable(Path file) {
    change();
  }

  @Override
  public void makeLink(Path link, String target) {
    change();
    if (folder(link).names.putIfAbsent(name(link), new Node(false, Optional.of(target))) != null) {
      throw fault(link + " exists");
    }
  }

  @Override
  public void rename(Path from, Path to) {
    change();
    var node = get(from);
    folder(from).names.remove(name(from));
    folder(to).names.put(name(to), node);
  }

  @Override
  public void delete(Path path) {
    change();
    if (find(path).filter(node -> !node.names.isEmpty()).isPresent()) {
      throw fault(path + " is not empty");
    }
    find(Objects.requireNonNull(path.getParent())).ifPresent(node -> node.names.remove(name(path)));
  }

  @Override
  public void sync(Path path) {
    change();
    if (lies) {
      return;
    }
    var node = get(path);
    node.syncedBytes = node.bytes;
    node.syncedNames = new TreeMap<>(node.names);
  }
}

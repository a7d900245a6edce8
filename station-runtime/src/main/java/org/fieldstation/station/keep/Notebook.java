package org.fieldstation.station.keep;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A few words under names, kept in one file: each change is on the disk when it returns, all of it
 * or nothing. Safe for several lines of work. A line that is not understood is skipped: a damaged
 * notebook is an empty one.
 */
public final class Notebook {
  private final Optional<KeptFile> file;
  private final TreeMap<String, String> words = new TreeMap<>();

  /** Opens the notebook in a file, which need not be there yet. */
  public Notebook(KeptFile file) {
    this(Optional.of(file));
    file.text().ifPresent(text -> text.lines().forEach(this::take));
  }

  private Notebook(Optional<KeptFile> file) {
    this.file = file;
  }

  /** A notebook that is lost with this process. */
  public static Notebook loose() {
    return new Notebook(Optional.empty());
  }

  private void take(String line) {
    int tab = line.indexOf('\t');
    if (tab > 0) {
      words.put(line.substring(0, tab), unescaped(line.substring(tab + 1)));
    }
  }

  public synchronized Optional<String> get(String name) {
    return Optional.ofNullable(words.get(name));
  }

  /** Everything whose name begins so, by name. */
  public synchronized Map<String, String> under(String beginning) {
    return words.entrySet().stream()
        .filter(one -> one.getKey().startsWith(beginning))
        .collect(
            Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, TreeMap::new));
  }

  public void put(String name, String word) {
    put(Map.of(name, word));
  }

  /** Puts all of them, or none. */
  public synchronized void put(Map<String, String> some) {
    var next = new TreeMap<>(words);
    next.putAll(some);
    replace(next);
  }

  public void remove(String name) {
    change(Map.of(), Set.of(name));
  }

  /** Removes some and puts others, all of it or nothing. */
  public synchronized void change(Map<String, String> put, Set<String> remove) {
    var next = new TreeMap<>(words);
    next.keySet().removeAll(remove);
    next.putAll(put);
    replace(next);
  }

  private void replace(Map<String, String> next) {
    if (next.equals(words)) {
      return;
    }
    file.ifPresent(it -> it.write(text(next)));
    words.clear();
    words.putAll(next);
  }

  private static String text(Map<String, String> words) {
    return words.entrySet().stream()
        .map(one -> one.getKey() + "\t" + escaped(one.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  private static String escaped(String word) {
    return word.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static String unescaped(String word) {
    var plain = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char here = word.charAt(i);
      if (here != '\\' || i + 1 == word.length()) {
        plain.append(here);
        continue;
      }
      char escaped = word.charAt(++i);
      plain.append(escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped);
    }
    return plain.toString();
  }
}

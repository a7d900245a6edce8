import com.google.googlejavaformat.java.Main;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Formats every Java file of this checkout, or with {@code --check} says which are not. */
final class Format {
  static void main(String[] args) throws Exception {
    var check = args.length > 0 && args[0].equals("--check");
    String[] files;
    try (Stream<Path> tree = Files.walk(Path.of("").toAbsolutePath())) {
      files =
          tree.filter(p ->
                  p.toString().endsWith(".java")
                      && !p.toString().contains("/target/")
                      && !p.toString().contains("/."))
              .map(Path::toString)
              .sorted()
              .toArray(String[]::new);
    }
    var flags =
        check ? new String[] {"--dry-run", "--set-exit-if-changed"} : new String[] {"--replace"};
    var all = Stream.concat(Stream.of(flags), Stream.of(files)).toArray(String[]::new);
    var out = new PrintWriter(System.out, true);
    System.exit(new Main(out, new PrintWriter(System.err, true), System.in).format(all));
  }
}

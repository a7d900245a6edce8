package org.fieldstation.station.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fieldstation.station.identify.Sensitivity;
import org.tomlj.Toml;
import org.tomlj.TomlBindException;
import org.tomlj.TomlBindOptions;
import org.tomlj.TomlParseException;

/**
 * A configuration file that has been read and understood.
 *
 * @param hash first 16 hex digits of the file's SHA-256: every detection says under which
 *     configuration it was made
 */
public record SettingsFile(Path file, Settings settings, String hash) {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  /**
   * Reads a configuration file.
   *
   * @throws SettingsException naming every fault with line and column
   */
  public static SettingsFile read(Path file) {
    var bytes = bytes(file);
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      var options =
          TomlBindOptions.defaults()
              .withKeyNaming(TomlBindOptions.KeyNaming.KEBAB_CASE)
              .withConverter(Path.class, value -> Path.of((String) value))
              .withConverter(Sensitivity.class, SettingsFile::sensitivity);
      var all =
          options
              .withConverter(ModelsSettings.class, value -> ModelsSettings.of(value, options))
              .withConverter(
                  MicrophonesSettings.class, value -> MicrophonesSettings.of(value, options));
      var settings = Toml.parseAs(text, Settings.class, all);
      var table = Toml.parse(text);
      refuse(file, Occupied.faults(table, settings));
      refuse(file, Together.faults(table, settings));
      return new SettingsFile(file, settings, hash(bytes));
    } catch (TomlBindException e) {
      var faults = e.errors().stream().map(Object::toString).collect(Collectors.joining("; "));
      throw new SettingsException(file + ": " + faults, e);
    } catch (TomlParseException e) {
      throw new SettingsException(file + ": " + e.getMessage(), e);
    } catch (CharacterCodingException e) {
      throw new SettingsException(file + ": is not UTF-8 text", e);
    }
  }

  private static void refuse(Path file, List<String> faults) {
    if (!faults.isEmpty()) {
      throw new SettingsException(file + ": " + String.join("; ", faults));
    }
  }

  private static Sensitivity sensitivity(Object given) {
    return Arrays.stream(Sensitivity.values())
        .filter(level -> level.name().toLowerCase(Locale.ROOT).equals(given))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException("\"" + given + "\" is not cautious, balanced or eager"));
  }

  /** The same configuration for a station that is not to sense anything. */
  public SettingsFile withoutSensors() {
    var deaf =
        new Settings(
            settings.station(),
            settings.site(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            settings.model(),
            settings.identify(),
            Optional.empty(),
            settings.journal(),
            Optional.empty(),
            settings.central(),
            settings.link(),
            settings.silence(),
            Optional.empty());
    return new SettingsFile(file, deaf, hash);
  }

  /** A path of the configuration, seen from the file it stands in. */
  public Path resolve(Path path) {
    return file.toAbsolutePath().resolveSibling(path).normalize();
  }

  /**
   * The key in a key file.
   *
   * @throws SettingsException when it is missing, not hex, too short, or others may read it
   */
  public byte[] key(Path keyFile) {
    var where = resolve(keyFile);
    try {
      var text = new String(secret(keyFile), StandardCharsets.US_ASCII);
      var key = HexFormat.of().parseHex(text.strip());
      if (key.length < 16) {
        throw new SettingsException(
            where + ": a key of " + key.length + " bytes; 16 are the least");
      }
      return key;
    } catch (IllegalArgumentException e) {
      throw new SettingsException(where + ": is not a key in hex digits", e);
    }
  }

  /**
   * What is in a file that only its owner may read.
   *
   * @throws SettingsException when it is missing, or others may read it
   */
  public byte[] secret(Path file) {
    var where = resolve(file);
    try {
      if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(where))) {
        throw new SettingsException(where + ": others may read this key; run: chmod 600 " + where);
      }
      return Files.readAllBytes(where);
    } catch (IOException e) {
      throw new SettingsException(where + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new SettingsException(file + ": cannot be read; name one with --config FILE", e);
    }
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
          .substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

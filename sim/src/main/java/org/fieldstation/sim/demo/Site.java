package org.fieldstation.sim.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * A folder with all that one station and one central server need to meet: configuration, key,
 * accounts, data.
 */
public record Site(Path folder) {
  public static final String STATION = "demo-001";
  public static final String SERVER = "reserve";
  private static final int KEY_BYTES = 32;

  /** Lays out a site with a key that nobody has used before. */
  public static Site lay(Path folder, RandomGenerator random) throws IOException {
    var site = new Site(folder);
    var bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    var key = HexFormat.of().formatHex(bytes);
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Files.createDirectories(folder);
    Files.writeString(Files.createFile(site.key(), owner), key + "\n");
    var account = String.join(" ", STATION, STATION, key);
    Files.writeString(Files.createFile(site.accounts(), owner), account + "\n");
    return site;
  }

  /** Writes the configuration of a station that sees too. */
  void configure(int port, String hardware, String device, String camera) throws IOException {
    configure(port, hardware, device);
    Files.writeString(configuration(), "\n[camera]\n" + camera, StandardOpenOption.APPEND);
  }

  /** Writes the station's configuration. */
  public void configure(int port, String hardware, String device) throws IOException {
    Files.writeString(
        configuration(),
        """
        [station]
        name = "%s"
        data = "station"

        [microphone]
        hardware = "%s"
        device = '''%s'''

        [[sensor]]
        name = "air"
        hardware = "sim"
        chip = "bme280"
        at = "i2c-1/0x76"
        every-s = 20

        [[sensor]]
        name = "light"
        hardware = "sim"
        chip = "bh1750"
        at = "i2c-1/0x23"
        every-s = 20

        [[central]]
        name = "%s"
        uri = "coaps://127.0.0.1:%d"
        identity = "%s"
        key-file = "%s"
        answer-s = 6
        retry-s = 2
        """
            .formatted(STATION, hardware, device, SERVER, port, STATION, key().getFileName()));
  }

  /** Writes the configuration of a station that is updated. */
  void configureUpdates(int port, Path root) throws IOException {
    configure(port, "sim", "world");
    Files.writeString(
        configuration(),
        """

        [update]
        root = '%s'
        trial-s = 10
        health-s = 60
        """
            .formatted(root),
        StandardOpenOption.APPEND);
  }

  public Path configuration() {
    return folder.resolve("station.toml");
  }

  /** Where the station writes. */
  public Path station() {
    return folder.resolve("station");
  }

  /** What the central server has stored. */
  public Path central() {
    return folder.resolve("central.db");
  }

  Path accounts() {
    return folder.resolve("accounts");
  }

  private Path key() {
    return folder.resolve("reserve.key");
  }
}

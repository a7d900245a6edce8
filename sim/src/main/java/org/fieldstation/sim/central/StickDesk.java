package org.fieldstation.sim.central;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.fieldstation.station.collect.CarriedReceipts;
import org.fieldstation.station.collect.CarriedRecords;
import org.fieldstation.station.collect.CollectException;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Parcel;
import org.fieldstation.station.journal.Receipt;

/** Where a stick from the field is emptied: its records are stored, its receipts put on it. */
final class StickDesk {
  private final CentralStore store;
  private final Map<String, Account> accounts = new LinkedHashMap<>();
  private final RandomGenerator random;

  StickDesk(CentralStore store, List<Account> accounts, RandomGenerator random) {
    this.store = store;
    this.random = random;
    accounts.forEach(account -> this.accounts.put(account.station(), account));
  }

  /** What a station's folder on the stick came to. */
  record Emptied(String station, int parcels, List<Receipt> receipts) {}

  /**
   * Empties what the stick holds of one station for this server. A stick may be emptied twice.
   *
   * @param server this server's name at the station, which names the folder
   * @throws CollectException when something on it is not what that station put there
   */
  Emptied empty(Path stick, String station, String server) {
    var account = accounts.get(station);
    if (account == null) {
      throw new CollectException(
          CollectException.Code.NOT_OURS, station + ": this server has no account of that name");
    }
    var key = account.key().bytes();
    var latest = new LinkedHashMap<Place, Receipt>();
    var parcels = new int[1];
    CarriedRecords.on(stick, station, server, key)
        .read(parcel -> {
          latest.put(Place.of(parcel), store.add(parcel));
          parcels[0]++;
        });
    var receipts = List.copyOf(latest.values());
    CarriedReceipts.on(stick, station, server, key).write(receipts, random);
    return new Emptied(station, parcels[0], receipts);
  }

  private record Place(String epoch, Lane lane) {
    static Place of(Parcel parcel) {
      return new Place(parcel.epoch(), parcel.lane());
    }
  }

  /** The folders "station/server" on a stick. */
  static List<Path> folders(Path stick) throws IOException {
    var root = stick.resolve("fieldstation");
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (var found = Files.find(root, 2, (path, about) -> about.isDirectory())) {
      return found.map(root::relativize).filter(path -> path.getNameCount() == 2).sorted().toList();
    }
  }
}

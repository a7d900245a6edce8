package org.fieldstation.sim.central;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.fieldstation.station.journal.Item;
import org.fieldstation.station.journal.Item.Entry;
import org.fieldstation.station.journal.Item.Tombstone;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Parcel;
import org.fieldstation.station.journal.Receipt;
import org.fieldstation.station.wire.WireException;

/**
 * What the central server has been given, each record once: a record's identity is (station, epoch,
 * lane, seq), and whoever sends it again changes nothing. One line of work writes; reading is
 * {@link CentralReport}'s.
 */
public final class CentralStore implements AutoCloseable {

  /** No station counts this far; a parcel that does would make arithmetic on numbers overflow. */
  private static final long HIGHEST_SEQ = 1L << 53;

  private final Path file;
  private final Connection connection;
  private final Shelf shelf;

  private CentralStore(Path file, Connection connection) throws SQLException {
    this.file = file;
    this.connection = connection;
    shelf = new Shelf(connection);
  }

  /** Opens the store in that file, which is made if it is not there. */
  public static CentralStore open(Path file) {
    try {
      var connection = Schema.open(file);
      connection.setAutoCommit(false);
      return new CentralStore(file, connection);
    } catch (SQLException e) {
      throw new CentralStoreException("cannot open the central store " + file, e);
    }
  }

  public Path file() {
    return file;
  }

  /**
   * Stores a parcel; when this returns it survives a power cut.
   *
   * @return the highest seq up to which the lane has no hole, tombstones counted as filled
   * @throws WireException when no honest station sends such a parcel
   */
  public Receipt add(Parcel parcel) {
    if (parcel.first() < 1 || parcel.last() > HIGHEST_SEQ) {
      throw new WireException("numbers out of range: " + parcel.first() + "-" + parcel.last());
    }
    try {
      try {
        var receipt = addAll(parcel);
        connection.commit();
        return receipt;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw new CentralStoreException("cannot store a parcel of " + parcel.station(), e);
    }
  }

  private Receipt addAll(Parcel parcel) throws SQLException {
    Lane lane = parcel.lane();
    long journal = shelf.journal(parcel.station(), parcel.epoch());
    long known = 0;
    for (Item item : parcel.items()) {
      boolean fresh =
          switch (item) {
            case Entry entry -> shelf.add(journal, lane, entry);
            case Tombstone tombstone -> shelf.add(journal, lane, tombstone);
          };
      known += fresh ? 0 : 1;
    }
    return new Receipt(parcel.epoch(), lane, shelf.advance(journal, lane, known));
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new CentralStoreException("cannot close the central store " + file, e);
    }
  }
}

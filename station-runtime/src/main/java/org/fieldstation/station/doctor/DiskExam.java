package org.fieldstation.station.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Whether there is room for what the station will write. */
record DiskExam(Path data) implements Examination {
  private static final double GIGA = 1e9;

  /** Less than a night of clips. */
  private static final double FEW_GIGABYTES = 1;

  /** Less than a week of records. */
  private static final double NO_GIGABYTES = 0.1;

  @Override
  public String part() {
    return "disk";
  }

  @Override
  public Finding look() {
    try {
      var place = existing(data.toAbsolutePath());
      if (!Files.isWritable(place)) {
        return Finding.failed(
            part(), Words.of("disk.readonly", place), Words.of("disk.readonly.do"), "");
      }
      var store = Files.getFileStore(place);
      double free = store.getUsableSpace() / GIGA;
      double total = store.getTotalSpace() / GIGA;
      var said = Words.of("disk.free", number(free), number(total));
      if (free < NO_GIGABYTES) {
        return Finding.failed(part(), said, Words.of("disk.full.do"), "");
      }
      return free < FEW_GIGABYTES
          ? Finding.warning(part(), said, Words.of("disk.full.do"))
          : Finding.ok(part(), said);
    } catch (IOException e) {
      return Finding.failed(
          part(),
          Words.of("disk.unreadable"),
          Words.of("disk.readonly.do"),
          String.valueOf(e.getMessage()));
    }
  }

  /** The folder itself is made at the first start; until then its parent tells. */
  private static Path existing(Path folder) {
    var place = folder;
    while (!Files.exists(place) && place.getParent() != null) {
      place = place.getParent();
    }
    return place;
  }

  private static String number(double gigabytes) {
    return String.format(Locale.ROOT, "%.1f GB", gigabytes);
  }
}

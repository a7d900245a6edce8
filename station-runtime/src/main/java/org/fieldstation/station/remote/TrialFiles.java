package org.fieldstation.station.remote;

import java.nio.file.Path;
import org.fieldstation.station.keep.KeptFile;
import org.fieldstation.station.keep.Notebook;

/**
 * A configuration and what lies beside it while another is tried: they are found without reading
 * the configuration, which may be what is wrong.
 *
 * @param now the configuration, the file the station was started with
 */
record TrialFiles(Path now) {

  KeptFile current() {
    return new KeptFile(now);
  }

  /** The configuration to return to. */
  KeptFile before() {
    return new KeptFile(beside(".before"));
  }

  /** A proposal while it is checked: paths in it are seen from the same folder. */
  KeptFile proposed() {
    return new KeptFile(beside(".proposed"));
  }

  /** How the trial stands. */
  Notebook ledger() {
    return new Notebook(new KeptFile(beside(".trial")));
  }

  private Path beside(String ending) {
    return now.resolveSibling(now.getFileName() + ending);
  }
}

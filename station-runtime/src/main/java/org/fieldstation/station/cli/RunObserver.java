package org.fieldstation.station.cli;

import org.fieldstation.station.Observer;

/** An observer that is also told of the beginning and the end of the run. */
interface RunObserver extends Observer {

  void started(String epoch, long boot);

  void ended();
}

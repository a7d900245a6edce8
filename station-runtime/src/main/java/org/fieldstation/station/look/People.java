package org.fieldstation.station.look;

/** Whether somebody is in a picture: a picture of a person does not leave the station as it is. */
public enum People {
  /** Looked for and not seen. */
  NONE,
  SEEN,
  /** No model here knows what a person looks like, so somebody may be. */
  NOT_LOOKED_FOR
}

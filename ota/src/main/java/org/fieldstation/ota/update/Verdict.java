package org.fieldstation.ota.update;

/** How an update ended, in stable words and in LwM2M's numbers (object 5, resource 5). */
public record Verdict(Result result, String reason) {
  public static final Verdict NONE = new Verdict(Result.NONE, "");

  /** Update results of the LwM2M firmware object. */
  public enum Result {
    NONE(0),
    SUCCESS(1),
    NO_SPACE(2),
    LINK_LOST(4),
    BAD_INTEGRITY(5),
    UNSUPPORTED(6),
    UNKNOWN_RELEASE(7),
    FAILED(8),
    UNSUPPORTED_PROTOCOL(9),
    CANCELLED(10);

    private final int lwm2m;

    Result(int lwm2m) {
      this.lwm2m = lwm2m;
    }

    public int lwm2m() {
      return lwm2m;
    }
  }
}

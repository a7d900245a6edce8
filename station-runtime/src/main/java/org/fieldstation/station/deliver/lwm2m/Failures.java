package org.fieldstation.station.deliver.lwm2m;

import java.util.Locale;
import org.eclipse.californium.scandium.dtls.DtlsHandshakeTimeoutException;
import org.eclipse.californium.scandium.dtls.HandshakeException;
import org.eclipse.leshan.core.ResponseCode;
import org.fieldstation.station.deliver.CentralException;
import org.fieldstation.station.deliver.CentralException.Code;
import org.jspecify.annotations.Nullable;

/** What goes wrong below, in the words of {@link CentralException}; the only place that does so. */
final class Failures {

  /**
   * The client's last flight of a full handshake. Up to there the server has answered; from there
   * on it cannot read us, because the keys differ (RFC 6347 §4.2.4; a record that fails its check
   * is dropped without a word, §4.1.2.7).
   */
  private static final int FINISHED_FLIGHT = 5;

  private Failures() {}

  /** A request that got no answer. */
  static CentralException silence(String what, @Nullable Throwable transport) {
    for (var cause = transport; cause != null; cause = cause.getCause()) {
      if (cause instanceof DtlsHandshakeTimeoutException timeout) {
        return timeout.getFlightNumber() >= FINISHED_FLIGHT
            ? new CentralException(
                Code.UNTRUSTED, what + ": no answer to the end of the handshake: wrong key?", cause)
            : new CentralException(Code.UNREACHABLE, what + ": nobody shakes hands", cause);
      }
      if (cause instanceof HandshakeException) {
        return new CentralException(
            Code.UNTRUSTED, what + ": handshake refused: " + cause.getMessage(), cause);
      }
    }
    String why = transport == null ? "no answer" : String.valueOf(transport.getMessage());
    return new CentralException(Code.UNREACHABLE, what + ": " + why, transport);
  }

  /** An answer that is a no. */
  static CentralException refusal(String what, ResponseCode answer, @Nullable String words) {
    var code =
        switch (answer.getCode()) {
          case ResponseCode.UNAUTHORIZED_CODE, ResponseCode.FORBIDDEN_CODE -> Code.UNTRUSTED;
          case ResponseCode.REQUEST_ENTITY_TOO_LARGE_CODE -> Code.TOO_LARGE;
          default -> Code.REFUSED;
        };
    String number = String.format(Locale.ROOT, "%.2f", answer.getCode() / 100.0);
    return new CentralException(code, what + ": " + number + (words == null ? "" : " " + words));
  }
}

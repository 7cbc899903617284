package org.epione.party.boundary;

import java.time.Instant;
import java.util.Optional;
import org.epione.crypto.envelope.EnvelopeId;
import org.epione.platform.identity.PartyCode;

/**
 * An envelope whose signature was verified under the directory's key of {@code from}, and that was
 * not handled before. The payload is still unchecked input.
 *
 * @param created when the sender made it, by the sender's clock
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ReceivedEnvelope(
    EnvelopeId id,
    String type,
    PartyCode from,
    PartyCode to,
    Instant created,
    Optional<EnvelopeId> inReplyTo,
    byte[] payload) {

  /** Without the payload. */
  @Override
  public String toString() {
    return type + " " + id + " " + from + "->" + to;
  }
}

package org.epione.sharing.boundary;

import java.time.Instant;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.identity.RecordId;
import org.epione.ledger.record.RequestId;

/**
 * A doctor's signed request for one record in an emergency, not yet sent.
 *
 * @param reference the episode's reference for people
 * @param message what is sent to the hospital that keeps the record
 * @param notAfter until when she asks to read
 */
public record EmergencyRequest(
    RequestId id, RecordId episode, String reference, ByteString message, Instant notAfter) {

  /** Without reference and message. */
  @Override
  public String toString() {
    return "EmergencyRequest[" + id + "]";
  }
}

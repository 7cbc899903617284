package org.epione.record.boundary;

import java.time.Instant;
import java.util.List;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.ledger.identity.Pid;
import org.epione.platform.identity.PartyCode;

/**
 * What a team hands over when the last of its doctors has signed.
 *
 * @param author the last doctor
 * @param patient PID_p of the episode
 * @param recordKey the patient's SCOPED public key, 96 bytes
 * @param aggregate over all statements, 48 bytes
 * @param time of the diagnosis record
 */
public record FinishedWork(
    PartyCode hospital,
    PartyCode cloud,
    Pid author,
    Pid patient,
    ByteString recordKey,
    List<Statement> statements,
    ByteString aggregate,
    Evidence evidence,
    Composition composition,
    Instant time) {

  /** Never what is in it. */
  @Override
  public String toString() {
    return "FinishedWork";
  }
}

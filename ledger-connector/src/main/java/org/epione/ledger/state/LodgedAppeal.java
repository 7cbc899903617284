package org.epione.ledger.state;

import java.time.Instant;
import java.util.Optional;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.Appeal;

/**
 * An appeal as the chain knows it.
 *
 * @param appeal what it is about
 * @param appellant the doctor, or the hospital
 * @param at time of the appeal
 * @param decision what the system manager decided, once it has
 */
public record LodgedAppeal(Appeal appeal, Pid appellant, Instant at, Optional<Decision> decision) {

  /**
   * The decision on an appeal.
   *
   * @param granted whether the appellant is right
   * @param reason commitment to the reason
   * @param at its time
   */
  public record Decision(boolean granted, Digest reason, Instant at) {}

  LodgedAppeal decided(Decision value) {
    return new LodgedAppeal(appeal, appellant, at, Optional.of(value));
  }
}

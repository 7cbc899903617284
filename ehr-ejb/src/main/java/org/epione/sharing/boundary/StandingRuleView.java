package org.epione.sharing.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a patient allows beforehand.
 *
 * @param allRecords whether records that come later are meant too
 * @param state STANDS, WITHDRAWN, or EXPIRED
 * @param ready references of the records for which a request is answered at once
 * @param waiting references of those for which she has to confirm it first
 * @param renewable whether confirming makes anything new
 * @param answered how many requests it answered
 * @param madeHeight block that says that it was made, once it is there
 * @param withdrawalHeight block that says that what was left of it is withdrawn
 */
public record StandingRuleView(
    String id,
    String doctorName,
    String specialty,
    String hospitalName,
    Purpose purpose,
    boolean allRecords,
    Instant madeAt,
    Instant notAfter,
    String state,
    Optional<Instant> withdrawnAt,
    List<String> ready,
    List<String> waiting,
    boolean renewable,
    int answered,
    Optional<Long> madeHeight,
    Optional<Long> withdrawalHeight) {

  public StandingRuleView {
    ready = List.copyOf(ready);
    waiting = List.copyOf(waiting);
  }

  /** Whether it answers requests. */
  public boolean stands() {
    return state.equals("STANDS");
  }

  /** Without the name. */
  @Override
  public String toString() {
    return "StandingRuleView[" + id + " " + state + "]";
  }
}

package org.epione.sharing.entity;

import java.time.Instant;
import java.util.Optional;
import org.epione.ledger.record.RequestId;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.sharing.boundary.Purpose;

/**
 * Who asks for what and why: the facts of an {@link Inquiry}.
 *
 * @param episode the record's identifier in hexadecimal
 * @param patient the account of the patient whose record it is
 * @param bundle what names the act in which it was asked together with others
 */
public record Asked(
    RequestId request,
    PartyCode hospital,
    PartyCode askingHospital,
    String doctorName,
    String specialty,
    String episode,
    String reference,
    AccountId patient,
    Purpose purpose,
    Instant until,
    Optional<String> bundle) {

  /** Without names. */
  @Override
  public String toString() {
    return "Asked[" + request + "]";
  }
}

package org.epione.ledger.finality;

import java.time.Instant;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.identity.Validity;
import org.epione.ledger.state.EnrolledStation;

/**
 * A delegate: a doctor of the hospital who is not expelled.
 *
 * @param doctor who
 * @param certificate when the doctor's certificate counts, and with it the doctor
 * @param station who countersigns for the doctor
 */
public record Voter(Pid doctor, Validity certificate, Optional<EnrolledStation> station) {

  /** Whether the doctor is a delegate at this time. */
  public boolean isDelegate(Instant time) {
    return certificate.includes(time);
  }

  /** The key that countersigns for the doctor at this time. */
  public Optional<ByteString> key(Instant time) {
    return station
        .filter(enrolled -> isDelegate(time) && enrolled.validity().includes(time))
        .map(EnrolledStation::key);
  }
}

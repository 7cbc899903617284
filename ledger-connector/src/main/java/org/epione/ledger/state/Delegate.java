package org.epione.ledger.state;

import java.time.Instant;
import org.epione.crypto.codec.ByteString;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.identity.Pid;

/**
 * A doctor whose certificate stands on the chain: enrolled by its hospital, or of another hospital
 * and known from a request.
 *
 * @param certificate the doctor's certificate
 * @param hospital certificate of the hospital that signed it
 * @param since time of the record that brought it
 */
public record Delegate(DoctorCertificate certificate, PartyCertificate hospital, Instant since) {

  /** The doctor's pseudo-identity. */
  public Pid pid() {
    return certificate.pid();
  }

  /** The doctor's BLS key, 96 bytes. */
  public ByteString signingKey() {
    return certificate.identity().signingKey();
  }
}

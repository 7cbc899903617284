package org.epione.sharing.boundary;

import java.time.Instant;
import java.util.Optional;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.RequestId;

/**
 * What other features may know of a doctor's request for a record.
 *
 * @param doctorName as the doctor's hospital shows it
 * @param hospitalName the doctor's hospital
 * @param grant digest of the patient's grant, in hex
 * @param decidedAt when the patient decided, or it was opened without her
 * @param emergency whether it was opened without her in an emergency
 */
public record InquiryFacts(
    String id,
    String doctorName,
    String hospitalName,
    Purpose purpose,
    Optional<String> grant,
    Optional<Instant> decidedAt,
    boolean emergency) {

  /** Whether it is this request. */
  public boolean is(RequestId request) {
    return request.hex().equals(id);
  }

  /** Whether it was answered by the grant with this digest. */
  public boolean isGrantedBy(Digest digest) {
    return grant.filter(digest.hex()::equals).isPresent();
  }

  /** Without names. */
  @Override
  public String toString() {
    return "InquiryFacts[" + id + "]";
  }
}

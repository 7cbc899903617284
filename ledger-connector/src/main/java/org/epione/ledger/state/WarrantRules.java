package org.epione.ledger.state;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.scheme.warrant.Warrant;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.SignedWarrant;

/** Rules for the warrants that a record brings: the patient's, for this doctor, place and time. */
record WarrantRules(
    SignatureChecks checks, RecordId episode, Pid patient, ByteString patientKey, Instant at) {

  /** One warrant for each of the doctors, whose places follow the first {@code before}. */
  void require(List<Pid> doctors, int before, List<SignedWarrant> warrants) {
    for (int i = 0; i < doctors.size(); i++) {
      require(doctors.get(i), before + i + 1, warrants.get(i));
    }
  }

  private void require(Pid doctor, int place, SignedWarrant signed) {
    Warrant warrant = signed.warrant();
    RefusedRecord.require(
        Arrays.equals(warrant.episode().bytes(), episode.bytes())
            && warrant.patient().equals(patient.pseudonym())
            && warrant.delegate().equals(doctor.pseudonym())
            && warrant.position() == place,
        RejectionReason.BAD_WARRANT);
    RefusedRecord.require(!warrant.notAfter().isBefore(at), RejectionReason.WARRANT_ENDED);
    RefusedRecord.require(
        checks.bls(patientKey, warrant.encode(), signed.signature()), RejectionReason.BAD_WARRANT);
  }
}

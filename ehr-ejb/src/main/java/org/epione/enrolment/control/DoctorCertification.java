package org.epione.enrolment.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.signature.BlsPublicKey;
import org.epione.crypto.signature.ProofOfPossession;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.PublicKeys;
import org.epione.custody.boundary.ServerKeys;
import org.epione.enrolment.entity.StaffMember;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.ledger.identity.DoctorIdentity;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.identity.Validity;

/** A hospital certifies its doctors' keys, after it has seen that they hold them. */
@Dependent
public class DoctorCertification {

  private static final Duration VALID = Duration.ofDays(3 * 365L);
  // a receiver's clock may be behind ours
  private static final Duration BEFORE = Duration.ofMinutes(5);

  @EJB private PersonKeys personKeys;
  @EJB private ServerKeys serverKeys;
  @Inject private CryptoSuite crypto;
  @Inject private Clock clock;

  /** Certifies a doctor under a pseudo-identity that is hers for life. */
  DoctorCertificate first(StaffMember member, Pid hospital) {
    PublicKeys keys = personKeys.publicKeys(member.account());
    byte[] identity = member.id().getBytes(StandardCharsets.US_ASCII);
    return certify(
        member,
        Pid.of(serverKeys.sealPseudonym(member.party(), identity)),
        hospital,
        keys.signing().orElseThrow(),
        keys.possession().orElseThrow(),
        ByteString.of(keys.receiving().orElseThrow().encode()));
  }

  /** Certifies another key to sign with; all else stays. */
  public DoctorCertificate anew(
      StaffMember member,
      DoctorCertificate before,
      BlsPublicKey signing,
      ProofOfPossession possession) {
    return certify(
        member,
        before.pid(),
        before.hospital(),
        signing,
        possession,
        before.identity().receivingKey());
  }

  private DoctorCertificate certify(
      StaffMember member,
      Pid pid,
      Pid hospital,
      BlsPublicKey signing,
      ProofOfPossession possession,
      ByteString receiving) {
    if (!crypto.bls().verifyPossession(signing, possession)) {
      throw new IllegalStateException("the doctor's key comes without possession");
    }
    DoctorIdentity doctor =
        new DoctorIdentity(
            pid,
            hospital,
            ByteString.of(signing.encode()),
            ByteString.of(possession.encode()),
            receiving,
            new Validity(clock.instant().minus(BEFORE), clock.instant().plus(VALID)));
    return doctor.signed(serverKeys.sign(member.party(), doctor.toSign()));
  }
}

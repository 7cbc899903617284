package org.epione.enrolment.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.epione.chain.boundary.ChainSubmission;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.signature.BlsPublicKey;
import org.epione.crypto.signature.ProofOfPossession;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.PublicKeys;
import org.epione.custody.boundary.ServerKeys;
import org.epione.enrolment.entity.Doctor;
import org.epione.enrolment.entity.StaffMember;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.ledger.identity.DoctorIdentity;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.identity.Validity;
import org.epione.ledger.record.DoctorEnrolledBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordContent;
import org.epione.ledger.record.RecordSignature;
import org.epione.party.boundary.Parties;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;

/**
 * A hospital enrols a doctor (protocols.md 1): it checks that she holds the keys, gives her a
 * pseudo-identity for life, certifies both, and puts that on its chain.
 */
@Dependent
public class DoctorEnrolment {

  private static final Duration VALID = Duration.ofDays(3 * 365L);
  // a receiver's clock may be behind ours
  private static final Duration BEFORE = Duration.ofMinutes(5);

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @EJB private PersonKeys personKeys;
  @EJB private ServerKeys serverKeys;
  @EJB private Parties parties;
  @EJB private ChainSubmission chain;
  @Inject private CryptoSuite crypto;
  @Inject private Clock clock;

  /** Certifies a doctor who was just invited, and submits her enrolment. */
  public void enrol(StaffMember member) {
    PartyCode hospital = member.party();
    Pid hospitalPid =
        parties
            .find(hospital)
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_ADMITTED))
            .pid();
    DoctorCertificate certificate = certify(member, hospitalPid);
    RecordContent content =
        new RecordContent(
            hospitalPid, hospitalPid, clock.instant(), new DoctorEnrolledBody(certificate));
    LedgerRecord submitted =
        content.signed(RecordSignature.ed25519(serverKeys.sign(hospital, content.toSign())));
    chain.submit(hospital, hospital, submitted);
    entities.persist(new Doctor(member.id(), certificate, submitted.id().hex()));
  }

  private DoctorCertificate certify(StaffMember member, Pid hospital) {
    PublicKeys keys = personKeys.publicKeys(member.account());
    BlsPublicKey signing = keys.signing().orElseThrow();
    ProofOfPossession possession = keys.possession().orElseThrow();
    if (!crypto.bls().verifyPossession(signing, possession)) {
      throw new IllegalStateException("the doctor's key comes without possession");
    }
    byte[] identity = member.id().getBytes(StandardCharsets.US_ASCII);
    DoctorIdentity doctor =
        new DoctorIdentity(
            Pid.of(serverKeys.sealPseudonym(member.party(), identity)),
            hospital,
            ByteString.of(signing.encode()),
            ByteString.of(possession.encode()),
            ByteString.of(keys.receiving().orElseThrow().encode()),
            new Validity(clock.instant().minus(BEFORE), clock.instant().plus(VALID)));
    return doctor.signed(serverKeys.sign(member.party(), doctor.toSign()));
  }
}

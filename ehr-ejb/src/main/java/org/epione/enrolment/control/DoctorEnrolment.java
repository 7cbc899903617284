package org.epione.enrolment.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.epione.chain.boundary.ChainSubmission;
import org.epione.custody.boundary.ServerKeys;
import org.epione.enrolment.entity.Doctor;
import org.epione.enrolment.entity.StaffMember;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.ledger.identity.Pid;
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

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @EJB private ServerKeys serverKeys;
  @EJB private Parties parties;
  @EJB private ChainSubmission chain;
  @Inject private DoctorCertification certification;
  @Inject private Clock clock;

  /** Certifies a doctor who was just invited, and submits her enrolment. */
  public void enrol(StaffMember member) {
    PartyCode hospital = member.party();
    Pid hospitalPid =
        parties
            .find(hospital)
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_ADMITTED))
            .pid();
    DoctorCertificate certificate = certification.first(member, hospitalPid);
    RecordContent content =
        new RecordContent(
            hospitalPid, hospitalPid, clock.instant(), new DoctorEnrolledBody(certificate));
    LedgerRecord submitted =
        content.signed(RecordSignature.ed25519(serverKeys.sign(hospital, content.toSign())));
    chain.submit(hospital, hospital, submitted);
    entities.persist(new Doctor(member.id(), certificate, submitted.id().hex()));
  }
}

package org.epione.enrolment.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.envelope.EnvelopeId;
import org.epione.enrolment.boundary.AdmissionState;
import org.epione.enrolment.entity.Admission;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.identity.PartyKind;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.Parties;
import org.epione.party.boundary.PartyView;
import org.epione.party.boundary.Post;
import org.epione.party.boundary.ReceivedEnvelope;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;

/** Applications of hospitals at the system manager, and the answer to each. */
@Dependent
public class Admissions {

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @EJB private Parties parties;
  @EJB private Post post;
  @Inject private Certification certification;
  @Inject private Clock clock;

  public List<Admission> all() {
    return entities.createNamedQuery("Admission.all", Admission.class).getResultList();
  }

  public Optional<Admission> find(PartyCode code) {
    return Optional.ofNullable(entities.find(Admission.class, code.value()));
  }

  /**
   * Expects the application of a hospital, which will be admitted without asking again.
   *
   * @throws RefusedException EHR-2001 when the code is in use
   */
  public Admission expect(PartyCode code, String name, String administratorName) {
    if (find(code).isPresent() || parties.find(code).isPresent()) {
      throw new RefusedException(ErrorCode.HOSPITAL_CODE_TAKEN);
    }
    Admission admission = new Admission(code, name, administratorName, clock.instant());
    entities.persist(admission);
    entities.flush();
    return admission;
  }

  /**
   * An application arrived: an expected one is admitted, another waits for the system manager.
   *
   * @throws MessageRejectedException when the hospital applied before
   */
  public void applied(ReceivedEnvelope envelope, Application application)
      throws MessageRejectedException {
    PartyCode code = envelope.from();
    Admission admission = locked(code).orElse(null);
    boolean expected = admission != null;
    if (admission == null) {
      if (parties.find(code).isPresent()) {
        throw new MessageRejectedException("A party of this code exists already.");
      }
      admission =
          new Admission(
              code, application.displayName(), application.administratorName(), clock.instant());
      entities.persist(admission);
    } else if (admission.state() != AdmissionState.EXPECTED) {
      throw new MessageRejectedException("This hospital has applied before.");
    }
    admission.apply(
        application.node(),
        application.signingKey(),
        application.receivingKey(),
        envelope.id().hex(),
        clock.instant());
    if (expected) {
      admit(admission);
    }
  }

  /**
   * Admits a hospital that applied.
   *
   * @throws RefusedException EHR-1003 when it did not, EHR-2002 when that was decided
   */
  public void admit(PartyCode code) {
    admit(waiting(code));
  }

  /** Refuses a hospital that applied. */
  public void refuse(PartyCode code, String reason) {
    waiting(code).refuse(reason, clock.instant());
  }

  private Admission waiting(PartyCode code) {
    Admission admission = locked(code).orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    if (admission.state() != AdmissionState.APPLIED) {
      throw new RefusedException(ErrorCode.APPLICATION_DECIDED);
    }
    return admission;
  }

  private Optional<Admission> locked(PartyCode code) {
    return Optional.ofNullable(
        entities.find(Admission.class, code.value(), LockModeType.PESSIMISTIC_WRITE));
  }

  private void admit(Admission admission) {
    PartyCertificate certificate =
        certification.certificate(
            admission.code(),
            PartyKind.HOSPITAL,
            ByteString.of(admission.signingKey()),
            ByteString.of(admission.receivingKey()));
    parties.register(certificate, admission.displayName(), admission.node());
    AdmissionNotice notice =
        new AdmissionNotice(
            certification.founding(certificate),
            address(PartyCode.SYSTEM_MANAGER),
            address(new PartyCode(certification.cloud().code())),
            admission.displayName(),
            admission.administratorName());
    post.send(
        PartyCode.SYSTEM_MANAGER,
        admission.code(),
        AdmissionNotice.TYPE,
        notice.encode(),
        Optional.of(EnvelopeId.of(HexFormat.of().parseHex(admission.application()))));
    admission.admit(clock.instant());
  }

  private AdmissionNotice.Address address(PartyCode code) {
    PartyView party = parties.find(code).orElseThrow();
    return new AdmissionNotice.Address(party.displayName(), party.node());
  }
}

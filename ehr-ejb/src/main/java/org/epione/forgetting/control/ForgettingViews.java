package org.epione.forgetting.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.Caller;
import org.epione.enrolment.boundary.PatientFacts;
import org.epione.enrolment.boundary.Patients;
import org.epione.forgetting.boundary.ErasedView;
import org.epione.forgetting.boundary.ForgettingState;
import org.epione.forgetting.boundary.ForgettingView;
import org.epione.forgetting.boundary.LegalHoldView;
import org.epione.forgetting.entity.ForgettingCase;
import org.epione.forgetting.entity.ForgettingStep;
import org.epione.forgetting.entity.LegalHold;
import org.epione.ledger.forgetting.CertificateFile;
import org.epione.ledger.forgetting.DestructionReceipt;
import org.epione.ledger.forgetting.ForgettingCertificate;
import org.epione.platform.erasure.Erased;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;

/** Forgetting and holds, as the people of the hospital see them. */
@ApplicationScoped
public class ForgettingViews {

  @EJB private AccessDecisions access;
  @EJB private Accounts accounts;
  @EJB private Patients patients;
  @Inject private ForgettingRegister register;
  @Inject private ForgettingTexts texts;
  @Inject private ForgettingTimes times;
  @Inject private Destruction destruction;

  /** The latest of the hospital, those that go on first. */
  public List<ForgettingView> all(Caller caller, Act as) {
    access.require(caller, as, Subject.of(caller.party()));
    return register.ofHospital(caller.party()).stream()
        .map(each -> view(caller, each))
        .sorted(Comparator.comparing(each -> each.ended().isPresent()))
        .toList();
  }

  /** How many wait for a registrar, or for an administrator. */
  public long count(Caller caller, ForgettingState state) {
    return register.count(caller.party(), state);
  }

  private ForgettingView view(Caller caller, ForgettingCase one) {
    Optional<PatientFacts> patient = patients.byAccount(one.account());
    return new ForgettingView(
        one.id(),
        patient.map(PatientFacts::number).orElse(""),
        patient.map(PatientFacts::displayName).orElse(""),
        one.state(),
        one.byPatient(),
        one.byPatient() ? "" : name(Optional.of(one.startedBy())),
        text(one, one.protectedReason()),
        one.asked(),
        one.earliest(),
        name(one.examinedBy()),
        one.examined(),
        text(one, one.protectedFinding()),
        name(one.decidedBy()),
        one.decided(),
        text(one, one.protectedAnswer()),
        Decisions.hadAHand(caller, one),
        register.isHeld(one.hospital(), one.account(), times.now()),
        one.ended().isPresent() ? Optional.empty() : destruction.obstacle(one),
        steps(one),
        one.receipt().map(kept -> DestructionReceipt.decode(kept).at()),
        one.ended());
  }

  private List<ErasedView> steps(ForgettingCase one) {
    Map<Erased, ForgettingStep> done = new EnumMap<>(Erased.class);
    register.steps(one).forEach(each -> done.put(each.what(), each));
    return Stream.of(Erased.values())
        .map(
            what ->
                Optional.ofNullable(done.get(what))
                    .map(step -> new ErasedView(what, step.entries(), Optional.of(step.done())))
                    .orElseGet(() -> new ErasedView(what, 0, Optional.empty())))
        .toList();
  }

  /** The hospital's holds, the latest first. */
  public List<LegalHoldView> holds(Caller caller) {
    access.require(caller, Act.HOLD_PATIENT_DATA, Subject.of(caller.party()));
    return register.holds(caller.party()).stream().map(this::view).toList();
  }

  private LegalHoldView view(LegalHold hold) {
    Optional<PatientFacts> patient = patients.byAccount(hold.account());
    return new LegalHoldView(
        hold.id(),
        patient.map(PatientFacts::number).orElse(""),
        patient.map(PatientFacts::displayName).orElse(""),
        texts.open(hold.hospital(), hold.id(), hold.protectedReason()).reason(),
        name(Optional.of(hold.setBy())),
        hold.set(),
        hold.until(),
        hold.lifted(),
        hold.holds(times.now()));
  }

  /** The certificate as a file. */
  public byte[] certificate(Caller caller, Act as, String id) {
    ForgettingCase found =
        register
            .find(id)
            .filter(each -> each.hospital().equals(caller.party()))
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    access.require(caller, as, Subject.of(found.account(), found.hospital()));
    return found
        .certificate()
        .map(ForgettingCertificate::decode)
        .map(CertificateFile::of)
        .orElseThrow(() -> new RefusedException(ErrorCode.CERTIFICATE_WAITS));
  }

  private String name(Optional<AccountId> person) {
    return person.map(accounts::name).orElse("");
  }

  private String text(ForgettingCase one, Optional<byte[]> kept) {
    return kept.map(bytes -> texts.open(one.hospital(), one.id(), bytes).reason()).orElse("");
  }
}

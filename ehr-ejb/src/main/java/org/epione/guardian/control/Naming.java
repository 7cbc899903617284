package org.epione.guardian.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.epione.account.boundary.AccountEventKind;
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.OwnPassword;
import org.epione.custody.boundary.Acting;
import org.epione.enrolment.boundary.PatientFacts;
import org.epione.enrolment.boundary.Patients;
import org.epione.guardian.boundary.GuardianForm;
import org.epione.guardian.entity.Guardianship;
import org.epione.party.boundary.SealedTexts;
import org.epione.party.boundary.Written;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;

/** A registrar has seen the papers and names a guardian, who answers. */
@ApplicationScoped
public class Naming {

  static final String GROUND = "guardian";

  /** How long it can be accepted, as long as an activation code. */
  private static final Duration ANSWER = Duration.ofDays(30);

  @EJB private Patients patients;
  @EJB private Accounts accounts;
  @EJB private OwnPassword ownPassword;
  @EJB private SealedTexts texts;
  @Inject private GuardianRegister register;
  @Inject private Expiry expiry;

  /** The latest day on which a guardianship of that patient ends. */
  public LocalDate latestEnd(PatientFacts ward) {
    requireUnactivated(ward);
    return Majority.of(ward)
        .filter(day -> register.now().isBefore(Majority.begin(day)))
        .orElseThrow(() -> new RefusedException(ErrorCode.GUARDIAN_NOT_MINOR));
  }

  /** Who has that number and can be the guardian. */
  public PatientFacts candidate(PatientFacts ward, String number) {
    return patients
        .byNumber(ward.hospital(), number.strip())
        .filter(found -> !found.account().equals(ward.account()))
        .filter(PatientFacts::active)
        .filter(found -> Majority.isOfAge(found, register.now()))
        .orElseThrow(() -> new RefusedException(ErrorCode.GUARDIAN_UNFIT));
  }

  /** Names. */
  public Guardianship name(
      Caller registrar, PatientFacts ward, GuardianForm form, char[] password) {
    LocalDate latest = latestEnd(ward);
    PatientFacts guardian = candidate(ward, form.guardianNumber());
    Instant now = register.now();
    Instant end = Majority.begin(form.end());
    if (form.end().isAfter(latest) || !now.isBefore(end)) {
      throw new RefusedException(ErrorCode.GUARDIAN_END_UNFIT);
    }
    Written evidence = texts.of(registrar.displayName(), form.evidence());
    ownPassword.require(registrar, password);
    expiry.endOver();
    Acting acting = new Acting(ward.account(), guardian.account());
    if (register.between(acting.by(), acting.account()).isPresent()) {
      throw new RefusedException(ErrorCode.GUARDIAN_EXISTS);
    }
    String id = UUID.randomUUID().toString();
    Instant until = now.plus(ANSWER);
    Guardianship row =
        new Guardianship(
            id,
            ward.hospital(),
            acting,
            form.ground(),
            texts.protect(GROUND, ward.hospital(), id, evidence),
            registrar.accountId(),
            now,
            until.isBefore(end) ? until : end,
            end);
    register.add(row);
    accounts.note(guardian.account(), AccountEventKind.GUARDIAN_NAMED, registrar.accountId());
    return row;
  }

  private static void requireUnactivated(PatientFacts ward) {
    if (ward.active()) {
      throw new RefusedException(ErrorCode.GUARDIAN_ACCOUNT_ACTIVE);
    }
  }
}

package org.epione.guardian.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import org.epione.account.boundary.Accounts;
import org.epione.enrolment.boundary.PatientFacts;
import org.epione.enrolment.boundary.Patients;
import org.epione.guardian.boundary.GuardianshipView;
import org.epione.guardian.entity.Guardianship;
import org.epione.party.boundary.SealedTexts;
import org.epione.party.boundary.Written;
import org.epione.platform.identity.AccountId;

/** Guardianships as people see them. */
@ApplicationScoped
public class GuardianViews {

  @EJB private Patients patients;
  @EJB private Accounts accounts;
  @EJB private SealedTexts texts;
  @Inject private GuardianRegister register;

  /** All of a patient, as the hospital sees them. */
  public List<GuardianshipView> atHospital(PatientFacts ward) {
    return register.ofWard(ward.account()).stream().map(this::atHospital).toList();
  }

  /** One, as the hospital sees it. */
  public GuardianshipView atHospital(Guardianship row) {
    return view(
        row,
        patients.byAccount(row.guardian()).map(PatientFacts::number).orElse(""),
        texts.unprotect(Naming.GROUND, row.hospital(), row.id(), row.protectedGround()));
  }

  /** Those of a guardian, open ones first. */
  public List<GuardianshipView> ofGuardian(AccountId guardian) {
    return register.ofGuardian(guardian).stream()
        .map(this::toGuardian)
        .sorted(Comparator.comparing(each -> !each.state().isOpen()))
        .toList();
  }

  /** Those in which somebody acted for that account. */
  public List<GuardianshipView> ofWard(AccountId ward) {
    return register.ofWard(ward).stream()
        .filter(each -> each.acceptedAt().isPresent())
        .map(this::toGuardian)
        .toList();
  }

  /** One, as guardian and ward see it: without the papers and the number. */
  public GuardianshipView toGuardian(Guardianship row) {
    return view(row, "", Written.NOTHING);
  }

  private GuardianshipView view(Guardianship row, String guardianNumber, Written ground) {
    return new GuardianshipView(
        row.id(),
        accounts.name(row.ward()),
        patients.byAccount(row.ward()).map(PatientFacts::birthDate).orElse(""),
        accounts.name(row.guardian()),
        guardianNumber,
        row.ground(),
        ground.reason(),
        accounts.name(row.namedBy()),
        row.namedAt(),
        row.answerUntil(),
        row.acceptedAt(),
        row.endsAt(),
        row.endedAt(),
        row.protectedReason()
            .map(kept -> texts.unprotect(Ending.REASON, row.hospital(), row.id(), kept.bytes()))
            .map(Written::reason)
            .orElse(""),
        register.state(row));
  }
}

package org.epione.guardian.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.epione.guardian.boundary.GuardianshipState;
import org.epione.guardian.entity.Guardianship;
import org.epione.party.boundary.SealedTexts;
import org.epione.party.boundary.Written;
import org.epione.platform.erasure.Erased;
import org.epione.platform.erasure.ErasedRows;
import org.epione.platform.erasure.ForgottenPatient;
import org.epione.platform.erasure.PatientErasure;

/**
 * Ends guardianships of a minor who is forgotten, and those in which somebody who is forgotten
 * acts; the keys that were wrapped for guardians are destroyed. Of the latter the dates stay,
 * without texts: by them the minor's record says that somebody acted for her.
 */
@ApplicationScoped
public class GuardianshipErasure implements PatientErasure {

  @EJB private SealedTexts texts;
  @Inject private GuardianRegister register;
  @Inject private Ending ending;
  @Inject private ErasedRows rows;

  @Override
  public Erased what() {
    return Erased.GUARDIANSHIPS;
  }

  @Override
  public int erase(ForgottenPatient patient) {
    List<Guardianship> acted = register.ofGuardian(patient.account());
    Stream.concat(register.ofWard(patient.account()).stream(), acted.stream())
        .filter(each -> each.endedAt().isEmpty())
        .forEach(each -> ending.end(each, GuardianshipState.ENDED, Optional.empty()));
    acted.forEach(
        each ->
            each.forgetTexts(
                texts.protect(Naming.GROUND, each.hospital(), each.id(), Written.NOTHING)));
    return acted.size()
        + rows.change(
            "delete from Guardianship g where g.ward = :of", patient.account().toString());
  }
}

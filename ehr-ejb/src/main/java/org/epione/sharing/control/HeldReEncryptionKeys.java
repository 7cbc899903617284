package org.epione.sharing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.epione.platform.erasure.ForgottenPatient;
import org.epione.platform.erasure.HeldErasure;
import org.epione.sharing.boundary.RefusalReason;
import org.epione.sharing.entity.GrantCase;

/**
 * Destroys the re-encryption keys for all records of a forgotten patient. The patient need not sign
 * it, and could not: her keys are gone. Grants that come later are refused by {@link GrantCheck}.
 */
@ApplicationScoped
public class HeldReEncryptionKeys implements HeldErasure {

  @Inject private CaseRegister register;
  @Inject private Clock clock;

  @Override
  public Held what() {
    return Held.RE_ENCRYPTION_KEYS;
  }

  @Override
  public int erase(ForgottenPatient patient) {
    List<GrantCase> cases =
        patient.episodes().stream()
            .flatMap(each -> register.ofEpisode(patient.hospital(), each).stream())
            .toList();
    int keys = (int) cases.stream().filter(each -> each.protectedKeys().isPresent()).count();
    cases.forEach(each -> each.forgotten(RefusalReason.PATIENT_FORGOTTEN.name(), clock.instant()));
    return keys;
  }
}

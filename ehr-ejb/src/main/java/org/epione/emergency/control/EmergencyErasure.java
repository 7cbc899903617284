package org.epione.emergency.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.epione.emergency.boundary.EmergencyState;
import org.epione.emergency.entity.Emergency;
import org.epione.emergency.entity.EmergencyShare;
import org.epione.platform.erasure.Erased;
import org.epione.platform.erasure.ErasedRows;
import org.epione.platform.erasure.ForgottenPatient;
import org.epione.platform.erasure.Obstacle;
import org.epione.platform.erasure.PatientErasure;

/**
 * Destroys the hospital's share of the key of a patient's records, and what was written about her
 * emergencies. That they were, and their reviews, stays on the chain.
 */
@ApplicationScoped
public class EmergencyErasure implements PatientErasure {

  @Inject private EmergencyRegister register;
  @Inject private EmergencyTimes times;
  @Inject private ErasedRows rows;

  @Override
  public Erased what() {
    return Erased.EMERGENCY_SHARES;
  }

  /** Who opened records has to answer for it first. */
  @Override
  public Optional<Obstacle> obstacle(ForgottenPatient patient) {
    return register.ofPatient(patient.account()).stream().anyMatch(this::goesOn)
        ? Optional.of(Obstacle.EMERGENCY_OPEN)
        : Optional.empty();
  }

  private boolean goesOn(Emergency emergency) {
    EmergencyState state = emergency.state(times.now());
    boolean opened = emergency.opened().isPresent();
    return state.isWaiting() || (opened && emergency.reviewed().isEmpty());
  }

  @Override
  public int erase(ForgottenPatient patient) {
    String account = patient.account().toString();
    String share = EmergencyShare.id(patient.hospital(), patient.hospital(), patient.account());
    return rows.change(
            "delete from EmergencyRecord r where r.emergency in"
                + " (select e.id from Emergency e where e.patient = :of)",
            account)
        + rows.change("delete from Emergency e where e.patient = :of", account)
        + rows.change("delete from EmergencyChoice c where c.account = :of", account)
        + rows.change("delete from EmergencyShare s where s.id = :of", share);
  }
}

package org.epione.emergency.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import org.epione.account.boundary.AccountEventKind;
import org.epione.account.boundary.Accounts;
import org.epione.emergency.entity.Emergency;
import org.epione.guardian.boundary.Guardians;
import org.epione.platform.identity.AccountId;

/**
 * Tells the patient what is done in emergencies, and whoever acts for a minor: who was a minor
 * reads her own notices when she takes over.
 */
@ApplicationScoped
public class EmergencyNotices {

  @EJB private Accounts accounts;
  @EJB private Guardians guardians;

  /** Her records are open. */
  void opened(Emergency emergency) {
    tell(
        emergency.patient(),
        AccountEventKind.EMERGENCY_OPENED,
        AccountEventKind.WARD_EMERGENCY_OPENED,
        emergency.asker());
  }

  /** The review is closed. */
  void reviewed(Emergency emergency, AccountId reviewer) {
    tell(
        emergency.patient(),
        AccountEventKind.EMERGENCY_REVIEWED,
        AccountEventKind.WARD_EMERGENCY_REVIEWED,
        reviewer);
  }

  private void tell(
      AccountId patient, AccountEventKind own, AccountEventKind ofWard, AccountId by) {
    accounts.note(patient, own, by);
    guardians.of(patient).forEach(each -> accounts.noteAbout(patient, each, ofWard, by));
  }
}

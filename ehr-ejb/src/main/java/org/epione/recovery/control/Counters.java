package org.epione.recovery.control;

import java.util.EnumSet;
import java.util.Set;
import org.epione.account.boundary.Role;

/** Whom the people at a hospital's counter serve. */
final class Counters {

  private static final Set<Role> STAFF =
      EnumSet.of(Role.HOSPITAL_ADMINISTRATOR, Role.REGISTRAR, Role.DOCTOR);
  private static final Set<Role> ALL =
      EnumSet.of(Role.HOSPITAL_ADMINISTRATOR, Role.REGISTRAR, Role.DOCTOR, Role.PATIENT);

  private Counters() {}

  /** An administrator knows no patients; registrars work at night as well. */
  static Set<Role> servedBy(Role role) {
    return role == Role.REGISTRAR ? ALL : STAFF;
  }

  static boolean serves(Role role, Role whose) {
    return servedBy(role).contains(whose);
  }
}

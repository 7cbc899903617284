package org.epione.web.enrolment;

import org.epione.enrolment.boundary.StaffView;
import org.epione.enrolment.boundary.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Someone on the staff.
 *
 * @param enrolled whether a doctor stands on the chain
 * @param doctor where a doctor's enrolment stands; absent for others
 * @param credit of a doctor, once the chain knows her
 * @param invitation the code, in the answer to an invitation only
 */
public record StaffJson(
    String accountId,
    String role,
    String displayName,
    String specialty,
    String state,
    boolean enrolled,
    @Nullable String doctor,
    @Nullable Integer credit,
    @Nullable Boolean expelled,
    @Nullable InvitationJson invitation) {

  static StaffJson of(StaffView view, @Nullable InvitationJson invitation) {
    return new StaffJson(
        view.accountId().toString(),
        view.role().name(),
        view.displayName(),
        view.specialty(),
        view.account().name(),
        view.enrolled(),
        view.doctor().map(Enum::name).orElse(null),
        view.standing().map(Standing::credit).orElse(null),
        view.standing().map(Standing::expelled).orElse(null),
        invitation);
  }
}

package org.epione.web.enrolment;

import org.epione.enrolment.boundary.ActivationSlip;

/** An activation code for whoever hands it to its person. */
public record InvitationJson(String accountId, String name, String code, String expires) {

  static InvitationJson of(ActivationSlip slip) {
    return new InvitationJson(
        slip.account().toString(), slip.name(), slip.code(), slip.expires().toString());
  }

  /** Without the code. */
  @Override
  public String toString() {
    return "InvitationJson[" + accountId + "]";
  }
}

package org.epione.system;

import org.epione.demo.Stage;
import org.epione.demo.client.PortalSession;

/** The roles, each with somebody of hospital A or of the system manager who has it. */
enum Role {
  SYSTEM_MANAGER(Installation.FIRST_USER),
  ADMINISTRATOR("nadia.petrosyan"),
  REGISTRAR("samuel.oyelaran"),
  DOCTOR("pradeep.moravec"),
  PATIENT("ken.barton"),
  AUDITOR("tomasz.adeyemi");

  private final String userName;

  Role(String userName) {
    this.userName = userName;
  }

  /** The user name of that somebody. */
  String userName() {
    return userName;
  }

  /** The session of that somebody. */
  PortalSession in(Stage stage) {
    return stage.as(userName);
  }
}

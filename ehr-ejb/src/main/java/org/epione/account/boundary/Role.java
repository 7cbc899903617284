package org.epione.account.boundary;

/** What a person may do; the name is the role of {@code @RolesAllowed}. One role per account. */
public enum Role {
  SYSTEM_MANAGER,
  HOSPITAL_ADMINISTRATOR,
  REGISTRAR,
  DOCTOR,
  PATIENT,
  AUDITOR;

  /** Names for annotations, which take constants only. */
  public static final class Name {
    public static final String SYSTEM_MANAGER = "SYSTEM_MANAGER";
    public static final String HOSPITAL_ADMINISTRATOR = "HOSPITAL_ADMINISTRATOR";
    public static final String REGISTRAR = "REGISTRAR";
    public static final String DOCTOR = "DOCTOR";
    public static final String PATIENT = "PATIENT";
    public static final String AUDITOR = "AUDITOR";

    private Name() {}
  }
}

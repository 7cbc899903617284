package org.epione.demo.client;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** What a system manager's officer does at the portal. */
public record SystemManagerDesk(PortalSession session) {

  /** A hospital as the system manager knows it. */
  public record Hospital(String code, String name, String state, String pid, boolean chainBegun) {
    static Hospital of(JsonObject hospital) {
      return new Hospital(
          hospital.getString("code"),
          hospital.getString("name"),
          hospital.getString("state"),
          Fields.text(hospital, "pid").orElse(""),
          hospital.get("chainHeight") instanceof JsonNumber);
    }

    /** Whether it has its certificate and its chain. */
    public boolean admitted() {
      return state.equals("ADMITTED") && chainBegun;
    }
  }

  /**
   * A consent that waits for its re-encryption key, or had it.
   *
   * @param id digest of the grant
   * @param request id of the doctor's request
   */
  public record KeyRequest(String id, String request, String state) {}

  /** All hospitals. */
  public List<Hospital> hospitals() {
    return session.list("api/hospitals").getValuesAs(JsonObject.class).stream()
        .map(Hospital::of)
        .toList();
  }

  /** The hospital of that code. */
  public Optional<Hospital> hospital(String code) {
    return hospitals().stream().filter(hospital -> hospital.code().equals(code)).findFirst();
  }

  /** Adds a hospital that this server hosts. */
  public void addHospital(String code, String name, String administrator) {
    session.post(
        "api/hospitals",
        Fields.builder("code", code)
            .add("name", name)
            .add("administratorName", administrator)
            .build());
  }

  /** The activation code of a hospital's administrator, empty once it was used. */
  public Optional<String> administratorCode(String hospital) {
    return Codes.read(session, "api/hospitals/" + hospital + "/invitation");
  }

  /** All auditors. */
  public List<Invited> auditors() {
    return session.list("api/auditors").getValuesAs(JsonObject.class).stream()
        .map(Invited::of)
        .toList();
  }

  /** The activation code of an auditor, empty once it was used. */
  public Optional<String> auditorCode(String accountId) {
    return Codes.read(session, "api/auditors/" + accountId + "/invitation");
  }

  /** Invites an auditor. */
  public Invited inviteAuditor(String displayName) {
    return Invited.of(session.post("api/auditors", Fields.of("displayName", displayName)));
  }

  /** Consents of patients for which a re-encryption key was or will be issued. */
  public List<KeyRequest> keyRequests() {
    return session.list("api/re-encryption-requests").getValuesAs(JsonObject.class).stream()
        .map(
            row ->
                new KeyRequest(
                    row.getString("id"), row.getString("request"), row.getString("state")))
        .toList();
  }

  /** Issues the re-encryption key of a grant. */
  public void issue(String grantId) {
    session.post("api/re-encryption-requests/" + grantId + "/issue", JsonObject.EMPTY_JSON_OBJECT);
  }

  /** Where an emergency stands at the system manager, once the hospital has confirmed it. */
  public Optional<String> emergencyState(String id) {
    return session.list("api/emergency-cases").getValuesAs(JsonObject.class).stream()
        .filter(row -> row.getString("id").equals(id))
        .map(row -> row.getString("state"))
        .findFirst();
  }

  /** Releases the system manager's share for an emergency. */
  public void release(String emergencyId, String reason, String password) {
    session.post(
        "api/emergency-cases/" + emergencyId + "/release",
        Fields.of("reason", reason, "password", password));
  }
}

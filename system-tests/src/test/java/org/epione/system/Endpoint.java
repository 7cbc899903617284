package org.epione.system;

import static org.epione.system.Role.ADMINISTRATOR;
import static org.epione.system.Role.AUDITOR;
import static org.epione.system.Role.DOCTOR;
import static org.epione.system.Role.PATIENT;
import static org.epione.system.Role.REGISTRAR;
import static org.epione.system.Role.SYSTEM_MANAGER;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the REST interface, with the roles that may use it and a body that would be
 * accepted but for the ids in it.
 */
record Endpoint(String method, String path, @Nullable JsonObject body, Set<Role> allowed) {
  private static final String SOME_ID = "6f1d3c2a-8f2e-4d43-9b0a-3d2f5c7e9a11";
  private static final String SOME_EID = "00112233445566778899aabbccddeeff";
  private static final String SOME_DIGEST =
      "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

  /** All of them. */
  static final List<Endpoint> ALL =
      List.of(
          get("api/hospitals", SYSTEM_MANAGER),
          get("api/hospitals/HOSPITAL-A", SYSTEM_MANAGER),
          post(
              "api/hospitals",
              "{'code':'HOSPITAL-X','name':'X','administratorName':'X Y'}",
              SYSTEM_MANAGER),
          get("api/hospitals/HOSPITAL-A/invitation", SYSTEM_MANAGER),
          post("api/hospitals/HOSPITAL-A/invitation", "{}", SYSTEM_MANAGER),
          post("api/hospitals/HOSPITAL-A/unlock", "{}", SYSTEM_MANAGER),
          post("api/hospitals/HOSPITAL-A/second-factor-reset", "{}", SYSTEM_MANAGER),
          post("api/hospitals/HOSPITAL-A/admission", "{}", SYSTEM_MANAGER),
          post("api/hospitals/HOSPITAL-A/refusal", "{'reason':'none'}", SYSTEM_MANAGER),
          get("api/auditors", SYSTEM_MANAGER),
          post("api/auditors", "{'displayName':'Mallory'}", SYSTEM_MANAGER),
          get("api/auditors/" + SOME_ID + "/invitation", SYSTEM_MANAGER),
          post("api/auditors/" + SOME_ID + "/unlock", "{}", SYSTEM_MANAGER),
          post("api/auditors/" + SOME_ID + "/second-factor-reset", "{}", SYSTEM_MANAGER),
          post("api/auditors/" + SOME_ID + "/invitation", "{}", SYSTEM_MANAGER),
          get("api/staff", ADMINISTRATOR),
          post(
              "api/staff",
              "{'role':'REGISTRAR','displayName':'Mallory','specialty':''}",
              ADMINISTRATOR),
          get("api/staff/" + SOME_ID + "/invitation", ADMINISTRATOR),
          post("api/staff/" + SOME_ID + "/unlock", "{}", ADMINISTRATOR),
          post("api/staff/" + SOME_ID + "/second-factor-reset", "{}", ADMINISTRATOR),
          post("api/staff/" + SOME_ID + "/invitation", "{}", ADMINISTRATOR),
          get("api/recoveries", REGISTRAR, ADMINISTRATOR),
          post(
              "api/recoveries/" + SOME_EID + "/approval",
              "{'reason':'x','password':'x'}",
              REGISTRAR,
              ADMINISTRATOR),
          post(
              "api/recoveries/" + SOME_EID + "/refusal",
              "{'reason':'x'}",
              REGISTRAR,
              ADMINISTRATOR),
          get("api/recovery-cases", SYSTEM_MANAGER, AUDITOR),
          post(
              "api/recovery-cases/" + SOME_EID + "/release",
              "{'reason':'x','password':'x'}",
              SYSTEM_MANAGER),
          post("api/recovery-cases/" + SOME_EID + "/refusal", "{'reason':'x'}", SYSTEM_MANAGER),
          get("api/emergencies", DOCTOR),
          post("api/emergencies/patient", "{'number':'A-10001'}", DOCTOR),
          post(
              "api/emergencies",
              "{'number':'A-10001','reason':'OTHER','text':'x','password':'x'}",
              DOCTOR),
          get("api/emergencies-to-confirm", DOCTOR, ADMINISTRATOR),
          post(
              "api/emergencies-to-confirm/" + SOME_EID + "/confirmation",
              "{'password':'x'}",
              DOCTOR,
              ADMINISTRATOR),
          post("api/emergencies-to-confirm/" + SOME_EID + "/refusal", "{}", DOCTOR, ADMINISTRATOR),
          get("api/emergency-reviews", ADMINISTRATOR),
          post(
              "api/emergency-reviews/" + SOME_EID + "/finding",
              "{'justified':true,'words':'x','password':'x'}",
              ADMINISTRATOR),
          get("api/emergency-cases", SYSTEM_MANAGER, AUDITOR),
          post(
              "api/emergency-cases/" + SOME_EID + "/release",
              "{'reason':'x','password':'x'}",
              SYSTEM_MANAGER),
          post("api/emergency-cases/" + SOME_EID + "/refusal", "{'reason':'x'}", SYSTEM_MANAGER),
          get("api/own-forgetting", PATIENT),
          post("api/own-forgetting", "{'password':'x'}", PATIENT),
          new Endpoint("DELETE", "api/own-forgetting", null, Set.of(PATIENT)),
          get("api/forgetting", REGISTRAR),
          post("api/forgetting/patients/" + SOME_ID, "{'words':'x','password':'x'}", REGISTRAR),
          post(
              "api/forgetting/" + SOME_EID + "/examination",
              "{'words':'x','password':'x'}",
              REGISTRAR),
          post("api/forgetting/" + SOME_EID + "/refusal", "{'words':'x'}", REGISTRAR),
          get("api/forgetting/" + SOME_EID + "/certificate", REGISTRAR),
          get("api/forgetting-releases", ADMINISTRATOR),
          post(
              "api/forgetting-releases/" + SOME_EID + "/release",
              "{'words':'x','password':'x'}",
              ADMINISTRATOR),
          post("api/forgetting-releases/" + SOME_EID + "/refusal", "{'words':'x'}", ADMINISTRATOR),
          get("api/forgetting-releases/" + SOME_EID + "/certificate", ADMINISTRATOR),
          get("api/legal-holds", ADMINISTRATOR),
          post(
              "api/legal-holds",
              "{'number':'x','reason':'x','until':'2027-01-01T00:00:00Z','password':'x'}",
              ADMINISTRATOR),
          post("api/legal-holds/" + SOME_EID + "/lifting", "{'password':'x'}", ADMINISTRATOR),
          get("api/own-emergencies", PATIENT),
          get("api/own-emergencies/refusal", PATIENT),
          post("api/own-emergencies/refusal", "{'password':'x'}", PATIENT),
          post("api/own-emergencies/permission", "{'password':'x'}", PATIENT),
          get("api/hl7-messages", ADMINISTRATOR, SYSTEM_MANAGER),
          get("api/patients", REGISTRAR),
          post("api/patients/search", "{'query':'Barton'}", REGISTRAR),
          post(
              "api/patients",
              "{'familyName':'Doe','givenName':'Jo','birthDate':'1970-01-01','sex':'UNKNOWN'}",
              REGISTRAR),
          get("api/patients/" + SOME_ID, REGISTRAR),
          put(
              "api/patients/" + SOME_ID,
              "{'familyName':'Doe','givenName':'Jo','birthDate':'1970-01-01','sex':'UNKNOWN',"
                  + "'version':1}",
              REGISTRAR),
          get("api/patients/" + SOME_ID + "/invitation", REGISTRAR),
          post("api/patients/" + SOME_ID + "/invitation", "{}", REGISTRAR),
          post("api/patients/" + SOME_ID + "/unlock", "{}", REGISTRAR),
          post("api/patients/" + SOME_ID + "/second-factor-reset", "{}", REGISTRAR),
          get("api/doctors", REGISTRAR),
          get("api/episodes", REGISTRAR, ADMINISTRATOR),
          get("api/episodes/" + SOME_EID, REGISTRAR, ADMINISTRATOR),
          post(
              "api/episodes",
              "{'patientId':'"
                  + SOME_ID
                  + "','complaint':'x','symptomCode':'1','doctors':['"
                  + SOME_ID
                  + "']}",
              REGISTRAR),
          post("api/episodes/" + SOME_EID + "/follow-up", "{'doctors':[]}", REGISTRAR),
          get("api/appointment-password", PATIENT, DOCTOR),
          post("api/appointment-password", "{'verifier':'00','password':'x'}", PATIENT, DOCTOR),
          post("api/appointment-password/removal", "{'password':'x'}", PATIENT, DOCTOR),
          get("api/matching", PATIENT),
          post("api/matching/password", "{'salt':'00','probe':'00','password':'x'}", PATIENT),
          post("api/matching/password/removal", "{'password':'x'}", PATIENT),
          post(
              "api/matching/searches",
              "{'reach':'OWN_HOSPITAL','sealed':'00','agreed':false,'password':'x'}",
              PATIENT),
          post("api/matching/searches/end", "{}", PATIENT),
          post("api/matching/exchanges/" + SOME_ID + "/step", "{'sealed':'00'}", PATIENT),
          post("api/matching/exchanges/" + SOME_ID + "/note", "{'sealed':'00'}", PATIENT),
          get("api/matching/exchanges/" + SOME_ID + "/messages", PATIENT),
          post(
              "api/matching/exchanges/" + SOME_ID + "/messages",
              "{'number':1,'sealed':'00'}",
              PATIENT),
          post("api/matching/exchanges/" + SOME_ID + "/end", "{}", PATIENT),
          post("api/matching/exchanges/" + SOME_ID + "/block", "{}", PATIENT),
          post(
              "api/matching/exchanges/" + SOME_ID + "/report",
              "{'key':'00','reason':'x','password':'x'}",
              PATIENT),
          get("api/reported-conversations", ADMINISTRATOR),
          get("api/reported-conversations/" + SOME_ID, ADMINISTRATOR),
          post("api/reported-conversations/" + SOME_ID + "/closing", "{'note':'x'}", ADMINISTRATOR),
          get("api/appointment-slots", REGISTRAR),
          post(
              "api/appointment-slots",
              "{'doctor':'" + SOME_ID + "','start':'2036-01-31T09:30','minutes':20,'place':'x'}",
              REGISTRAR),
          post("api/appointment-slots/" + SOME_ID + "/withdrawal", "{}", REGISTRAR),
          get("api/appointment-slots/appointments/" + SOME_ID, REGISTRAR),
          post(
              "api/appointment-slots/appointments/" + SOME_ID + "/cancellation",
              "{'slot':'" + SOME_ID + "','note':'x'}",
              REGISTRAR),
          get("api/warrants", PATIENT),
          get("api/warrants/all", PATIENT),
          post("api/warrants/" + SOME_EID, "{'password':'x'}", PATIENT),
          post("api/warrants/" + SOME_EID + "/refusal", "{}", PATIENT),
          post("api/warrants/" + SOME_EID + "/withdrawal", "{'place':1,'password':'x'}", PATIENT),
          post("api/warrants/" + SOME_EID + "/team-change", "{'password':'x'}", PATIENT),
          post("api/warrants/" + SOME_EID + "/team-change/refusal", "{}", PATIENT),
          get("api/teams", DOCTOR),
          post(
              "api/teams/" + SOME_EID + "/change",
              "{'place':1,'leaveOut':true,'reason':'x'}",
              REGISTRAR,
              DOCTOR),
          post("api/teams/" + SOME_EID + "/change/withdrawal", "{}", REGISTRAR, DOCTOR),
          get("api/signed-records", DOCTOR),
          post("api/signed-records/" + SOME_EID + "/addenda", "{}", DOCTOR),
          post("api/signed-records/addenda/" + SOME_EID + "/withdrawal", "{}", DOCTOR),
          get("api/turns", DOCTOR),
          get("api/turns/to-pass-on", DOCTOR),
          post("api/turns/" + SOME_EID + "/pass-on", "{}", DOCTOR),
          get("api/turns/" + SOME_EID, DOCTOR),
          post("api/turns/" + SOME_EID + "/draft", "{'text':'x'}", DOCTOR),
          post("api/turns/" + SOME_EID + "/preview", "{'text':'x'}", DOCTOR),
          post("api/turns/" + SOME_EID + "/signature", "{'text':'x','password':'x'}", DOCTOR),
          post("api/turns/" + SOME_EID + "/return", "{'reason':'x'}", DOCTOR),
          get("api/turns/" + SOME_EID + "/attachments", DOCTOR),
          post(
              "api/turns/" + SOME_EID + "/attachments",
              "{'name':'x.pdf','mediaType':'application/pdf','size':9}",
              DOCTOR),
          new Endpoint(
              "PATCH",
              "api/turns/" + SOME_EID + "/attachments/" + SOME_EID,
              json("{}"),
              Set.of(DOCTOR)),
          post(
              "api/turns/" + SOME_EID + "/attachments/" + SOME_EID + "/resumption",
              "{'digests':['" + SOME_DIGEST + "']}",
              DOCTOR),
          post("api/turns/" + SOME_EID + "/attachments/" + SOME_EID + "/completion", "{}", DOCTOR),
          new Endpoint(
              "DELETE", "api/turns/" + SOME_EID + "/attachments/" + SOME_EID, null, Set.of(DOCTOR)),
          get("api/turns/" + SOME_EID + "/attachments/1", DOCTOR),
          get("api/standing", DOCTOR),
          get("api/signing-key", DOCTOR),
          post("api/signing-key/change", "{'fingerprint':'00','password':'wrong'}", DOCTOR),
          get("api/station", DOCTOR),
          post("api/station", "{'code':'x','password':'x'}", DOCTOR),
          post("api/station/withdrawal", "{'password':'x'}", DOCTOR),
          get("api/alarms", SYSTEM_MANAGER, ADMINISTRATOR, AUDITOR),
          get("api/alarms/HOSPITAL-A/" + SOME_DIGEST, SYSTEM_MANAGER, ADMINISTRATOR, AUDITOR),
          get("api/record-searches", PATIENT),
          post("api/record-searches", "{'symptomCode':'R07.4'}", PATIENT),
          get("api/record-searches/" + SOME_EID, PATIENT),
          get("api/records", PATIENT),
          post("api/records/" + SOME_EID + "/openings", "{}", PATIENT),
          get("api/records/" + SOME_EID + "/openings/" + SOME_ID, PATIENT),
          post(
              "api/records/" + SOME_EID + "/openings/" + SOME_ID + "/attachments/1", "{}", PATIENT),
          get("api/records/" + SOME_EID + "/openings/" + SOME_ID + "/attachments/1", PATIENT),
          get("api/record-requests", DOCTOR),
          get("api/record-requests/" + SOME_EID, DOCTOR),
          post(
              "api/record-requests",
              "{'hospital':'HOSPITAL-A','reference':'E-0000-0000-0000','purpose':'TREAT',"
                  + "'notAfter':'2036-01-01T00:00:00Z','password':'x'}",
              DOCTOR),
          post(
              "api/record-request-bundles",
              "{'hospital':'HOSPITAL-A','references':['E-0000-0000-0000','E-0000-0000-0001'],"
                  + "'purpose':'TREAT','notAfter':'2036-01-01T00:00:00Z','password':'x'}",
              DOCTOR),
          get("api/record-request-bundles/offers", DOCTOR),
          post(
              "api/record-request-bundles/" + SOME_DIGEST + "/offered", "{'password':'x'}", DOCTOR),
          post(
              "api/record-requests/" + SOME_EID + "/addenda/E-0000-0000-0000",
              "{'password':'x'}",
              DOCTOR),
          post("api/record-requests/" + SOME_EID + "/readings", "{'password':'x'}", DOCTOR),
          get("api/readings/" + SOME_EID, DOCTOR),
          get("api/readings/" + SOME_EID + "/record", DOCTOR),
          post("api/readings/" + SOME_EID + "/attachments/1", "{}", DOCTOR),
          get("api/readings/" + SOME_EID + "/attachments/1", DOCTOR),
          get("api/consents", PATIENT),
          get("api/grants", PATIENT),
          get("api/standing-consents", PATIENT),
          get("api/standing-consents/doctors", PATIENT),
          get("api/standing-consents/records", PATIENT),
          post(
              "api/standing-consents",
              "{'doctor':'00','purpose':'TREAT','allRecords':true,"
                  + "'notAfter':'2036-01-01T00:00:00Z','password':'x'}",
              PATIENT),
          post("api/standing-consents/" + SOME_EID + "/renewal", "{'password':'x'}", PATIENT),
          post("api/standing-consents/" + SOME_EID + "/withdrawal", "{'password':'x'}", PATIENT),
          post("api/consents/" + SOME_EID, "{'password':'x'}", PATIENT),
          post("api/consents/" + SOME_EID + "/refusal", "{'password':'x'}", PATIENT),
          post("api/grants/" + SOME_EID + "/withdrawal", "{'password':'x'}", PATIENT),
          get("api/consents/bundles/" + SOME_DIGEST + "/further", PATIENT),
          post("api/consents/bundles/" + SOME_DIGEST + "/further/search", "{}", PATIENT),
          post(
              "api/consents/bundles/" + SOME_DIGEST,
              "{'allowed':['" + SOME_EID + "'],'refused':[],'password':'x'}",
              PATIENT),
          post(
              "api/grants/bundles/" + SOME_DIGEST + "/withdrawal",
              "{'requests':['" + SOME_EID + "'],'password':'x'}",
              PATIENT),
          get("api/disclosures", PATIENT),
          get("api/disclosures/complaints", PATIENT),
          get("api/disclosures/" + SOME_DIGEST + "/proof", PATIENT),
          post("api/disclosures/" + SOME_DIGEST + "/complaint", "{'text':'x'}", PATIENT),
          get("api/complaints", AUDITOR),
          post(
              "api/complaints/" + SOME_ID + "/answer",
              "{'outcome':'IN_ORDER','text':'x'}",
              AUDITOR),
          get("api/re-encryption-requests", SYSTEM_MANAGER),
          post("api/re-encryption-requests/" + SOME_DIGEST + "/issue", "{}", SYSTEM_MANAGER),
          post("api/re-encryption-requests/issue", "{'grants':[]}", SYSTEM_MANAGER),
          post(
              "api/re-encryption-requests/" + SOME_DIGEST + "/refusal",
              "{'reason':'OFFICER_DECISION'}",
              SYSTEM_MANAGER),
          get("api/audit/chains", AUDITOR, ADMINISTRATOR),
          get("api/audit/chains/HOSPITAL-A/blocks", AUDITOR, ADMINISTRATOR),
          get("api/audit/chains/HOSPITAL-A/activity", AUDITOR, ADMINISTRATOR),
          post("api/audit/chains/HOSPITAL-A/check", "{}", AUDITOR, ADMINISTRATOR),
          get("api/audit/contradictions", AUDITOR, SYSTEM_MANAGER, ADMINISTRATOR),
          get("api/audit/contradictions/" + SOME_DIGEST, AUDITOR, SYSTEM_MANAGER, ADMINISTRATOR),
          post("api/audit/chains/HOSPITAL-A/witnessing", "{}", SYSTEM_MANAGER, ADMINISTRATOR),
          get("api/chains/HOSPITAL-A/export", AUDITOR, ADMINISTRATOR),
          get("api/chains/HOSPITAL-A/records/" + SOME_DIGEST + "/proof", AUDITOR, ADMINISTRATOR),
          get("api/chains/HOSPITAL-A/epochs", AUDITOR, ADMINISTRATOR),
          get("api/chains/HOSPITAL-A/epochs/1/archive", AUDITOR, ADMINISTRATOR),
          post(
              "api/chains/HOSPITAL-A/epochs/1/removal",
              "{'name':'x','digest':'" + SOME_DIGEST + "'}",
              ADMINISTRATOR),
          get("api/tlog/HOSPITAL-A/tile/entries/000", AUDITOR, ADMINISTRATOR),
          get("api/audit/episodes?hospital=HOSPITAL-A", AUDITOR),
          get("api/audit/episodes/HOSPITAL-A/" + SOME_EID, AUDITOR),
          post("api/audit/episodes/HOSPITAL-A/" + SOME_EID + "/check", "{}", AUDITOR),
          get("api/audit/checks/" + SOME_ID, AUDITOR),
          get("api/audit/reports", AUDITOR),
          post(
              "api/audit/reports",
              "{'hospital':'HOSPITAL-A','kind':'EPISODE','subjects':['" + SOME_EID + "']}",
              AUDITOR),
          get("api/audit/reports/" + SOME_ID, AUDITOR),
          post("api/audit/reports/" + SOME_ID + "/cancel", "{}", AUDITOR),
          get("api/audit/reports/" + SOME_ID + "/json", AUDITOR),
          get("api/audit/reports/" + SOME_ID + "/pdf", AUDITOR),
          get("api/credit", DOCTOR),
          get("api/credit/records/" + SOME_DIGEST + "/proof", DOCTOR),
          get("api/chains/HOSPITAL-A/credit", AUDITOR, ADMINISTRATOR),
          get("api/grievances", DOCTOR),
          post(
              "api/reports",
              "{'text':'x','records':['" + SOME_DIGEST + "'],'password':'x'}",
              DOCTOR),
          get("api/reports/records", DOCTOR),
          post("api/appeals", "{'text':'x','password':'x'}", DOCTOR),
          get("api/hospital-appeals", ADMINISTRATOR),
          post("api/hospital-appeals", "{'text':'x'}", ADMINISTRATOR),
          get("api/credit-rules", SYSTEM_MANAGER),
          post(
              "api/credit-rules/NOWHERE",
              "{'initial':100,'floor':60,'maximum':100,'rejection':10,'acceptance':1,'minor':5,"
                  + "'major':20,'grave':50,'storage':1,'readmission':70}",
              SYSTEM_MANAGER),
          get("api/supervision-cases", SYSTEM_MANAGER),
          get("api/supervision-cases/" + SOME_EID, SYSTEM_MANAGER),
          post(
              "api/supervision-cases/" + SOME_EID + "/decision",
              "{'outcome':'DISMISSED','reason':'x'}",
              SYSTEM_MANAGER),
          get("api/dead-letters", ADMINISTRATOR, SYSTEM_MANAGER),
          post("api/dead-letters/1/replay", "{}", ADMINISTRATOR, SYSTEM_MANAGER),
          post("api/dead-letters/1/discard", "{'reason':'x'}", ADMINISTRATOR, SYSTEM_MANAGER));

  /**
   * What needs no session: heads and hashes of the transparency logs, stations' messages, which are
   * signed, and appointments, for which patients and doctors prove a password of their own.
   */
  static final List<Endpoint> PUBLISHED =
      List.of(
          get("api/tlog/HOSPITAL-A/checkpoint"),
          get("api/tlog/HOSPITAL-A/checkpoint/1"),
          get("api/tlog/HOSPITAL-A/checkpoint/1.tsr"),
          get("api/tlog/HOSPITAL-A/key"),
          get("api/tlog/HOSPITAL-A/witnesses"),
          get("api/tlog/HOSPITAL-A/tile/0/000"),
          get("api/audit/reports/key"),
          get("api/appointments/hospitals"),
          post("api/appointments/salt", "{}"),
          post("api/appointments/runs", "{}"),
          post("api/appointments/runs/" + SOME_EID + "/confirmation", "{}"),
          post("api/appointments/runs/" + SOME_EID + "/requests", "{}"),
          delete("api/appointments/runs/" + SOME_EID),
          post("api/stations", "{}"));

  private static Endpoint get(String path, Role... allowed) {
    return new Endpoint("GET", path, null, Set.of(allowed));
  }

  private static Endpoint post(String path, String body, Role... allowed) {
    return new Endpoint("POST", path, json(body), Set.of(allowed));
  }

  private static Endpoint put(String path, String body, Role... allowed) {
    return new Endpoint("PUT", path, json(body), Set.of(allowed));
  }

  private static Endpoint delete(String path) {
    return new Endpoint("DELETE", path, null, Set.of());
  }

  private static JsonObject json(String body) {
    try (var reader = Json.createReader(new java.io.StringReader(body.replace('\'', '"')))) {
      return reader.readObject();
    }
  }

  /** Whether it changes something. */
  boolean changing() {
    return !method.equals("GET");
  }

  /** Whether it is an operation on a path with parameters in braces, as OpenAPI writes it. */
  boolean is(String verb, String template) {
    String pattern =
        "\\Q" + template.replaceAll("\\{(?:[^{}]|\\{[^{}]*})+}", "\\\\E[^/]+\\\\Q") + "\\E";
    return method.equalsIgnoreCase(verb) && ("/" + path.replaceAll("\\?.*", "")).matches(pattern);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}

package org.epione.demo.client;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.password.PasswordParameters;
import org.epione.crypto.scheme.pake.PasswordVerifier;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;

/** What a patient does at the portal. */
public record PatientDesk(PortalSession session) {
  private static final int NOT_YET = 202;

  /**
   * A doctor's request for her record, and what became of it.
   *
   * @param state {@code WAITING}, {@code CONSENTING}, {@code CONSENTED}, {@code ISSUED}, {@code
   *     REFUSING}, {@code REFUSED}, {@code DENIED}, {@code WITHDRAWN} or {@code EXPIRED}
   * @param readings how often it was read or tried to be read
   */
  public record Question(
      String id, String doctor, String reference, String purpose, String state, int readings) {
    static Question of(JsonObject row) {
      JsonArray readings = row.getJsonArray("readings");
      return new Question(
          row.getString("id"),
          row.getString("doctorName"),
          row.getString("reference"),
          row.getString("purpose"),
          row.getString("state"),
          readings == null ? 0 : readings.size());
    }
  }

  /** Episodes whose team waits for her warrants. */
  public List<String> warrantsToSign() {
    return session.list("api/warrants").getValuesAs(JsonObject.class).stream()
        .map(row -> row.getString("id"))
        .toList();
  }

  /** Signs the warrants of an episode's team. */
  public void signWarrants(String episodeId, String password) {
    session.post("api/warrants/" + episodeId, Fields.of("password", password));
  }

  /** Agrees to the change of an episode's team that is proposed. */
  public void agreeToChange(String episodeId, String password) {
    session.post("api/warrants/" + episodeId + "/team-change", Fields.of("password", password));
  }

  /** Asks the cloud for her own record of an episode; answers the path to look at. */
  public String openRecord(String episodeId) {
    JsonObject opening =
        session.post("api/records/" + episodeId + "/openings", JsonObject.EMPTY_JSON_OBJECT);
    return "api/records/" + episodeId + "/openings/" + opening.getString("id");
  }

  /** Her own record, once the cloud has answered; can be read once. */
  public Optional<List<Entry>> openedRecord(String opening) {
    PortalAnswer answer = session.ask("GET", opening, null);
    if (answer.status() == NOT_YET) {
      return Optional.empty();
    }
    if (!answer.accepted()) {
      throw new PortalRefusal("GET " + opening, answer);
    }
    return Optional.of(Entry.of(answer.object(), "entries"));
  }

  /**
   * A file of her own record that was opened, once it has come from the cloud.
   *
   * @param number the file's number in the record
   */
  public Optional<byte[]> attachment(String opening, int number) {
    String path = opening + "/attachments/" + number;
    JsonObject fetched = session.post(path, JsonObject.EMPTY_JSON_OBJECT);
    return fetched.getBoolean("complete") ? Optional.of(session.bytes(path)) : Optional.empty();
  }

  /** Requests for her records that wait for her answer. */
  public List<Question> questions() {
    return read("api/consents");
  }

  /** Requests that she answered. */
  public List<Question> answered() {
    return read("api/grants");
  }

  private List<Question> read(String path) {
    return session.list(path).getValuesAs(JsonObject.class).stream().map(Question::of).toList();
  }

  /** Consents. */
  public void consent(String requestId, String password) {
    session.post("api/consents/" + requestId, Fields.of("password", password));
  }

  /** Refuses. */
  public void refuse(String requestId, String password) {
    session.post("api/consents/" + requestId + "/refusal", Fields.of("password", password));
  }

  /** Withdraws the consent given to a request. */
  public void withdraw(String requestId, String password) {
    session.post("api/grants/" + requestId + "/withdrawal", Fields.of("password", password));
  }

  /** Emergencies in which her records were opened, the latest first. */
  public List<Emergency> emergencies() {
    return Emergency.all(session.list("api/own-emergencies"));
  }

  /** Whether she has an appointment password. */
  public boolean hasAppointmentPassword() {
    return Fields.text(session.get("api/appointment-password"), "setAt").isPresent();
  }

  /**
   * Sets her appointment password: the hospital gets what verifies it, not the password.
   *
   * @param password of the account
   */
  public void setAppointmentPassword(
      CryptoSuite crypto, String appointmentPassword, String password) {
    JsonObject mine = session.get("api/appointment-password");
    PasswordParameters cost =
        crypto
            .passwordHash()
            .of(mine.getInt("memoryKiB"), mine.getInt("passes"), mine.getInt("lanes"));
    try (PasswordVerifier verifier =
            crypto
                .spake2Plus()
                .register(
                    appointmentPassword.toCharArray(),
                    crypto.passwordHash().newSalt(cost),
                    TreatmentAgreement.identities(
                        mine.getString("hospital"), mine.getString("account")));
        SecretBytes encoded = verifier.export()) {
      String hex = HexFormat.of().formatHex(encoded.reveal(SecretAccess.token()));
      session.post("api/appointment-password", Fields.of("verifier", hex, "password", password));
    }
  }
}

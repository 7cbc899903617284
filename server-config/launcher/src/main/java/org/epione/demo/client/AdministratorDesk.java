package org.epione.demo.client;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** What a hospital's administrator does at the portal. */
public record AdministratorDesk(PortalSession session) {

  /** A member of staff; {@code enrolled} once a doctor's certificate is in a block. */
  public record Member(Invited account, String role, boolean enrolled) {}

  /** A message that could not be handled. */
  public record DeadLetter(long id, String queue, String reason, String state) {}

  /** The staff of the own hospital. */
  public List<Member> staff() {
    return session.list("api/staff").getValuesAs(JsonObject.class).stream()
        .map(
            row ->
                new Member(
                    Invited.of(row), row.getString("role"), row.getBoolean("enrolled", false)))
        .toList();
  }

  /** The activation code of a member of staff, empty once it was used. */
  public Optional<String> code(String accountId) {
    return Codes.read(session, "api/staff/" + accountId + "/invitation");
  }

  /** Lets a locked account try again. */
  public void unlock(String accountId) {
    session.post("api/staff/" + accountId + "/unlock", JsonObject.EMPTY_JSON_OBJECT);
  }

  /** Invites a registrar or a doctor. */
  public void invite(String role, String displayName, String specialty) {
    session.post(
        "api/staff",
        Fields.builder("role", role)
            .add("displayName", displayName)
            .add("specialty", specialty)
            .build());
  }

  /** Messages that could not be handled. */
  public List<DeadLetter> deadLetters() {
    return session.list("api/dead-letters").getValuesAs(JsonObject.class).stream()
        .map(
            row ->
                new DeadLetter(
                    row.getJsonNumber("id").longValue(),
                    row.getString("queue"),
                    row.getString("reason"),
                    row.getString("state")))
        .toList();
  }

  /** Hands a failed message in again. */
  public void replay(long deadLetter) {
    session.post("api/dead-letters/" + deadLetter + "/replay", JsonObject.EMPTY_JSON_OBJECT);
  }

  /** Gives a failed message up. */
  public void discard(long deadLetter, String reason) {
    session.post("api/dead-letters/" + deadLetter + "/discard", Fields.of("reason", reason));
  }

  /** Emergencies of the hospital, those to review first. */
  public List<Emergency> emergencies() {
    return Emergency.all(session.list("api/emergency-reviews"));
  }

  /** Closes the review of an emergency. */
  public void closeReview(String id, boolean justified, String words, String password) {
    session.post(
        "api/emergency-reviews/" + id + "/finding",
        Fields.builder("words", words)
            .add("justified", justified)
            .add("password", password)
            .build());
  }
}

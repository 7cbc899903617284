package org.epione.demo.client;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * An emergency as the people of the hospital see it, and the patient.
 *
 * @param state {@code ASKED}, {@code CONFIRMED}, {@code OPEN}, {@code OVER}, or how else it ended
 * @param asker who asked, by name
 * @param text what that doctor wrote
 * @param records what it opens
 * @param finding of the review, once that is closed
 */
public record Emergency(
    String id,
    String state,
    String asker,
    String patientNumber,
    String text,
    List<Opened> records,
    Optional<String> finding) {

  /**
   * A record that it opens.
   *
   * @param request under which the doctor reads it
   * @param reference of the episode
   */
  public record Opened(String request, String reference) {}

  static List<Emergency> all(JsonArray rows) {
    return rows.getValuesAs(JsonObject.class).stream().map(Emergency::of).toList();
  }

  static Emergency of(JsonObject row) {
    return new Emergency(
        row.getString("id"),
        row.getString("state"),
        row.getString("asker"),
        row.getString("patientNumber"),
        row.getString("text"),
        Fields.objects(row, "records").stream()
            .map(each -> new Opened(each.getString("request"), each.getString("reference")))
            .toList(),
        Fields.text(row, "finding").filter(finding -> !finding.isEmpty()));
  }

  /** Whether it has not come to an end. */
  public boolean underWay() {
    return List.of("ASKED", "CONFIRMED", "OPEN").contains(state);
  }

  /** Without names and reasons. */
  @Override
  public String toString() {
    return "emergency " + id + " " + state;
  }
}

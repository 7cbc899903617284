package org.epione.demo.client;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What a patient is told under the treatment key.
 *
 * @param zone of the hospital
 * @param own hers to come
 * @param offers times that are free
 * @param refused why what she asked for last was not done
 */
public record Appointments(
    String patient, ZoneId zone, List<Own> own, List<Offer> offers, Optional<String> refused) {

  /** A time that can be booked. */
  public record Offer(String slot, String doctor, Instant start) {}

  /**
   * An appointment of hers.
   *
   * @param state {@code BOOKED}, {@code CANCELLED} or {@code CALLED_OFF}
   */
  public record Own(String id, String state, String doctor, Instant start, String reason) {}

  static Appointments of(JsonObject told) {
    return new Appointments(
        told.getString("patient"),
        ZoneId.of(told.getString("zone")),
        Fields.objects(told, "appointments").stream()
            .map(
                row ->
                    new Own(
                        row.getString("appointment"),
                        row.getString("state"),
                        row.getString("doctor"),
                        Instant.parse(row.getString("start")),
                        row.getString("reason")))
            .toList(),
        Fields.objects(told, "offers").stream()
            .map(
                row ->
                    new Offer(
                        row.getString("slot"),
                        row.getString("doctor"),
                        Instant.parse(row.getString("start"))))
            .toList(),
        Optional.ofNullable(told.getJsonObject("refused"))
            .map(refusal -> refusal.getString("code") + " " + refusal.getString("text")));
  }

  /** Hers with that doctor, if there is one. */
  public Optional<Own> with(String doctor) {
    return own.stream()
        .filter(each -> each.state().equals("BOOKED") && each.doctor().equals(doctor))
        .findFirst();
  }

  /** What that doctor has free, the soonest first. */
  public List<Offer> free(String doctor) {
    return offers.stream().filter(each -> each.doctor().equals(doctor)).toList();
  }

  /** Without who and why. */
  @Override
  public String toString() {
    return own.size() + " appointments, " + offers.size() + " free times";
  }
}

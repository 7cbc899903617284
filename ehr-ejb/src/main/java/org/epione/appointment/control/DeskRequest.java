package org.epione.appointment.control;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import org.epione.appointment.boundary.AccountKind;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;

/**
 * A request under the treatment key, JSON in UTF-8: {@code act}, and what it needs of {@code slot},
 * {@code appointment}, {@code reason}, and of times to offer {@code start}, {@code minutes}, {@code
 * number}, {@code place}; nothing else.
 *
 * @param start in the hospital's time, like 2027-01-31T09:30
 */
record DeskRequest(
    DeskAct act,
    String slot,
    String appointment,
    String reason,
    String start,
    int minutes,
    int number,
    String place) {

  /** What can be asked for, and by whom. */
  enum DeskAct {
    LOOK,
    BOOK,
    MOVE,
    CANCEL,
    OFFER,
    WITHDRAW,
    CALL_OFF;

    private boolean isFor(AccountKind asker) {
      return switch (this) {
        case LOOK -> true;
        case BOOK, MOVE, CANCEL -> asker == AccountKind.PATIENT;
        case OFFER, WITHDRAW, CALL_OFF -> asker == AccountKind.DOCTOR;
      };
    }
  }

  /**
   * Reads one.
   *
   * @throws RefusedException EHR-3302 if it is none of that kind of account
   */
  static DeskRequest decode(AccountKind asker, byte[] bytes) {
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
      JsonObject json = reader.readObject();
      return new DeskRequest(
          act(asker, text(json, "act")),
          text(json, "slot"),
          text(json, "appointment"),
          text(json, "reason").strip(),
          text(json, "start"),
          whole(json, "minutes"),
          whole(json, "number"),
          text(json, "place"));
    } catch (JsonException
        | ClassCastException
        | IllegalStateException
        | ArithmeticException
        | UnsupportedOperationException none) {
      // The last is Parsson's, for numbers of more digits than it reads. What the parser says
      // repeats what was sent, which may be a patient's: it is not passed on.
      throw new RefusedException(ErrorCode.AGREEMENT_MESSAGE, "It is no request.");
    }
  }

  private static DeskAct act(AccountKind asker, String name) {
    return Arrays.stream(DeskAct.values())
        .filter(each -> each.name().equals(name) && each.isFor(asker))
        .findFirst()
        .orElseThrow(() -> new RefusedException(ErrorCode.AGREEMENT_MESSAGE, "It is no request."));
  }

  private static int whole(JsonObject json, String name) {
    return json.containsKey(name) ? json.getJsonNumber(name).intValueExact() : 0;
  }

  private static String text(JsonObject json, String name) {
    return json.getString(name, "");
  }

  /** Without what was written. */
  @Override
  public String toString() {
    return "DeskRequest[" + act + "]";
  }
}

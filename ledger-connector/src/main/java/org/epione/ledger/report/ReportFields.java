package org.epione.ledger.report;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Members of JSON objects by type; what is missing or of another type is refused. Whether a value
 * is in its one form shows when the whole is written again.
 */
final class ReportFields {

  private ReportFields() {}

  static JsonObject object(JsonObject in, String name) {
    return of(in, name, JsonObject.class);
  }

  static String text(JsonObject in, String name) {
    return of(in, name, JsonString.class).getString();
  }

  static boolean truth(JsonObject in, String name) {
    JsonValue value = of(in, name, JsonValue.class);
    if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
      throw wrong(name);
    }
    return value == JsonValue.TRUE;
  }

  static long number(JsonObject in, String name) {
    try {
      return of(in, name, JsonNumber.class).longValueExact();
    } catch (ArithmeticException e) {
      throw new MalformedReportException(name + " is not a whole number", e);
    }
  }

  static Instant time(JsonObject in, String name) {
    try {
      return Instant.parse(text(in, name));
    } catch (DateTimeException e) {
      throw new MalformedReportException(name + " is not a time", e);
    }
  }

  static Optional<Instant> maybeTime(JsonObject in, String name) {
    return in.containsKey(name) ? Optional.of(time(in, name)) : Optional.empty();
  }

  static byte[] base64(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new MalformedReportException("not Base 64", e);
    }
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  static List<String> texts(JsonObject in, String name) {
    return list(in, name, JsonString.class, JsonString::getString);
  }

  static <T> List<T> objects(JsonObject in, String name, Function<JsonObject, T> reader) {
    return list(in, name, JsonObject.class, reader);
  }

  private static <V extends JsonValue, T> List<T> list(
      JsonObject in, String name, Class<V> type, Function<V, T> reader) {
    List<T> items = new ArrayList<>();
    for (JsonValue each : of(in, name, JsonArray.class)) {
      if (!type.isInstance(each)) {
        throw wrong(name);
      }
      items.add(reader.apply(type.cast(each)));
    }
    return items;
  }

  private static <V extends JsonValue> V of(JsonObject in, String name, Class<V> type) {
    @Nullable JsonValue value = in.get(name);
    if (!type.isInstance(value)) {
      throw wrong(name);
    }
    return type.cast(value);
  }

  private static MalformedReportException wrong(String name) {
    return new MalformedReportException(name + " is missing or of another type");
  }
}

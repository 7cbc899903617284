package org.epione.demo.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** Reads members of JSON answers that may be absent. */
final class Fields {
  private Fields() {}

  static Optional<String> text(JsonObject object, String name) {
    JsonValue value = object.get(name);
    return value instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
  }

  static List<JsonObject> objects(JsonObject object, String name) {
    return object.getJsonArray(name).getValuesAs(JsonObject.class);
  }

  static JsonObject of(String name, String value) {
    return Json.createObjectBuilder().add(name, value).build();
  }

  static JsonObject of(String name, String value, String name2, String value2) {
    return builder(name, value).add(name2, value2).build();
  }

  static JsonObjectBuilder builder(String name, String value) {
    return Json.createObjectBuilder().add(name, value);
  }
}

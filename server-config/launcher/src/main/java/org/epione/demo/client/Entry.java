package org.epione.demo.client;

import jakarta.json.JsonObject;
import java.util.List;

/** One doctor's text in a record. */
public record Entry(String author, String text) {
  static List<Entry> of(JsonObject record, String name) {
    return Fields.objects(record, name).stream()
        .map(row -> new Entry(author(row), row.getString("text")))
        .toList();
  }

  private static String author(JsonObject row) {
    return Fields.text(row, "author").orElseGet(() -> row.getString("doctor"));
  }

  /** Without the text. */
  @Override
  public String toString() {
    return "entry by " + author;
  }
}

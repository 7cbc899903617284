package org.epione.demo.client;

import jakarta.json.JsonObject;
import java.util.List;

/** One doctor's text in a record. */
public record Entry(String author, String text) {
  static List<Entry> of(JsonObject record, String name) {
    return Fields.objects(record, name).stream()
        .map(row -> new Entry(row.getString("author"), row.getString("text")))
        .toList();
  }

  /** Without the text. */
  @Override
  public String toString() {
    return "entry by " + author;
  }
}

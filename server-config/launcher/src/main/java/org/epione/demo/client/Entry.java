package org.epione.demo.client;

import jakarta.json.JsonObject;
import java.util.List;

/**
 * One doctor's part of a record.
 *
 * @param attachments their numbers in the record
 */
public record Entry(String author, String text, List<Integer> attachments) {
  static List<Entry> of(JsonObject record, String name) {
    return Fields.objects(record, name).stream()
        .map(row -> new Entry(author(row), row.getString("text"), attachments(row)))
        .toList();
  }

  private static List<Integer> attachments(JsonObject row) {
    return row.containsKey("attachments")
        ? Fields.objects(row, "attachments").stream().map(each -> each.getInt("number")).toList()
        : List.of();
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

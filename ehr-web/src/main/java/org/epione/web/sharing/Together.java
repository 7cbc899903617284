package org.epione.web.sharing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Rows that people see as one, because they were asked in one act.
 *
 * @param id what names the act
 * @param rows at least one
 */
public record Together<T>(String id, List<T> rows) {

  public Together {
    rows = List.copyOf(rows);
  }

  /** Groups the rows that name an act, in the order in which each act comes first. */
  static <T> List<Together<T>> of(List<T> rows, Function<T, Optional<String>> act) {
    Map<String, List<T>> grouped = new LinkedHashMap<>();
    rows.forEach(
        row ->
            act.apply(row)
                .ifPresent(id -> grouped.computeIfAbsent(id, none -> new ArrayList<>()).add(row)));
    return grouped.entrySet().stream()
        .map(entry -> new Together<>(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** For what all rows have in common. */
  public T first() {
    return rows.get(0);
  }

  /** How many rows there are. */
  public int size() {
    return rows.size();
  }
}

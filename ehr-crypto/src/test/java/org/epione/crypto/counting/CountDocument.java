package org.epione.crypto.counting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tables of docs/operation-counts.md whose first column is headed {@code algorithm}: for each
 * section, for each algorithm, for each operation a formula such as {@code 2n+1}; an empty cell is
 * zero.
 */
final class CountDocument {

  private static final Path FILE = Path.of("../docs/operation-counts.md");
  private static final String TABLE = "| algorithm |";

  private final Map<String, Map<String, Map<Operation, String>>> sections = new LinkedHashMap<>();

  private CountDocument() {}

  static CountDocument read() {
    CountDocument document = new CountDocument();
    String section = "";
    List<String> header = List.of();
    for (String line : lines()) {
      if (line.startsWith("## ")) {
        section = line.substring(3);
      } else if (line.startsWith(TABLE)) {
        header = cells(line);
      } else if (!line.startsWith("|")) {
        header = List.of();
      } else if (!header.isEmpty() && !line.startsWith("|---")) {
        document.add(section, header, cells(line));
      }
    }
    return document;
  }

  /** Sections that have a table of algorithms. */
  List<String> sections() {
    return List.copyOf(sections.keySet());
  }

  /** The algorithms of a section with what they cost. */
  Map<String, Map<Operation, String>> algorithms(String section) {
    return sections.getOrDefault(section, Map.of());
  }

  /** The value of a sum of numbers and multiples of letters. */
  static int evaluate(String formula, Map<String, Integer> sizes) {
    int sum = 0;
    for (String term : formula.split("\\+")) {
      String letters = term.strip().replaceAll("[0-9]", "");
      String digits = term.strip().replaceAll("[^0-9]", "");
      int factor = digits.isEmpty() ? 1 : Integer.parseInt(digits);
      sum += letters.isEmpty() ? factor : factor * sizes.get(letters);
    }
    return sum;
  }

  private void add(String section, List<String> header, List<String> cells) {
    Map<Operation, String> costs = new EnumMap<>(Operation.class);
    for (int i = 1; i < header.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        costs.put(operation(header.get(i)), cells.get(i));
      }
    }
    sections.computeIfAbsent(section, key -> new LinkedHashMap<>()).put(cells.get(0), costs);
  }

  private static Operation operation(String label) {
    return Arrays.stream(Operation.values())
        .filter(operation -> operation.label().equals(label))
        .findAny()
        .orElseThrow(() -> new IllegalStateException("no operation is called " + label));
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    for (String cell : line.substring(1).split("\\|")) {
      cells.add(cell.strip());
    }
    return cells;
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

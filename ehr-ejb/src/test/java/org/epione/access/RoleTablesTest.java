package org.epione.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Relation;
import org.epione.access.control.Policy;
import org.epione.account.boundary.Role;
import org.epione.testing.BoundaryMethods;
import org.epione.testing.Container;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The tables of {@code docs/roles.md} are what the product does, whole and to the letter: a role
 * that is let in, or not any more, is a change of that page.
 */
class RoleTablesTest {

  private static final Path PAGE = Path.of("..", "docs", "roles.md");
  private static final Path MADE = Path.of("target", "roles.md");
  private static final String YES = "●";

  private static Container container;

  @BeforeAll
  static void start() {
    container = Container.start();
  }

  @AfterAll
  static void end() {
    container.close();
  }

  @Test
  void page_shouldHaveTheTablesOfTheProduct() throws IOException {
    List<String> page = Files.readAllLines(PAGE);
    List<String> made = new ArrayList<>(page.stream().filter(line -> !isRow(line)).toList());
    insert(made, "## Acts", acts());
    insert(made, "## Methods", methods());
    Files.write(MADE, made);

    assertThat(page).as("if the change is meant, copy " + MADE + " over it").isEqualTo(made);
  }

  static Stream<Arguments> forbidden() {
    return BoundaryMethods.all().stream()
        .flatMap(
            method ->
                Arrays.stream(Role.values())
                    .filter(role -> !BoundaryMethods.rolesOf(method).contains(role))
                    .map(role -> Arguments.of(method.getDeclaringClass(), method, role)));
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("forbidden")
  void method_shouldBeRefused_whenTheRoleIsNotInItsRow(Class<?> bean, Method method, Role role) {
    assertThatThrownBy(() -> container.as("somebody", role, () -> call(bean, method)))
        .isInstanceOf(EJBAccessException.class);
  }

  static Stream<Arguments> notForStrangers() {
    return BoundaryMethods.all().stream()
        .filter(method -> !BoundaryMethods.isOpen(method))
        .map(method -> Arguments.of(method.getDeclaringClass(), method));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("notForStrangers")
  void method_shouldBeRefused_whenNobodyIsSignedIn(Class<?> bean, Method method) {
    assertThatThrownBy(() -> call(bean, method)).isInstanceOf(EJBAccessException.class);
  }

  private static Object call(Class<?> bean, Method method) throws Exception {
    try {
      return method.invoke(container.bean(bean), BoundaryMethods.nothing(method));
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private static boolean isRow(String line) {
    return line.startsWith("|");
  }

  private static void insert(List<String> page, String heading, List<String> table) {
    int after = page.indexOf(heading);
    assertThat(after).as(heading).isNotNegative();
    while (after < page.size() && !page.get(after).endsWith(":")) {
      after++;
    }
    page.addAll(after + 2, table);
  }

  private static List<String> header(String first) {
    return List.of(
        first
            + Arrays.stream(Role.values())
                .map(role -> " " + role.name().toLowerCase().replace('_', ' ') + " |")
                .collect(Collectors.joining()),
        first.replaceAll("[^|]+", "---") + "---|".repeat(Role.values().length));
  }

  private static List<String> acts() {
    List<String> rows = new ArrayList<>(header("| act |"));
    for (Act act : Act.values()) {
      rows.add(
          "| "
              + act.name().toLowerCase().replace('_', ' ')
              + " |"
              + Arrays.stream(Role.values())
                  .map(role -> " " + standing(act, role) + " |")
                  .collect(Collectors.joining()));
    }
    return rows;
  }

  /** How a person of that role has to stand to the subject. */
  private static String standing(Act act, Role role) {
    if (Policy.permits(act, role, Set.of())) {
      return YES;
    }
    return EnumSet.allOf(Relation.class).stream()
        .filter(relation -> Policy.permits(act, role, Set.of(relation)))
        .map(relation -> relation.name().toLowerCase().replace('_', ' '))
        .collect(Collectors.joining(", "));
  }

  /** Methods of a bean that are open to the same roles share a row. */
  private static List<String> methods() {
    Map<String, Set<String>> names = new TreeMap<>();
    for (Method method : BoundaryMethods.all()) {
      Class<?> bean = method.getDeclaringClass();
      String feature = bean.getPackageName().replace("org.epione.", "").replace(".boundary", "");
      Set<Role> roles = BoundaryMethods.rolesOf(method);
      String cells =
          Arrays.stream(Role.values())
              .map(role -> roles.contains(role) ? " " + YES + " |" : "  |")
              .collect(Collectors.joining());
      names
          .computeIfAbsent(
              "| "
                  + feature
                  + " | `"
                  + bean.getSimpleName()
                  + "` |\n"
                  + cells
                  + (BoundaryMethods.isOpen(method) ? " " + YES + " |" : "  |"),
              row -> new TreeSet<>())
          .add(method.getName());
    }
    List<String> rows = new ArrayList<>(header("| feature | bean | methods |"));
    rows.set(0, rows.get(0) + " nobody signed in |");
    rows.set(1, rows.get(1) + "---|");
    names.forEach(
        (row, methods) -> {
          String[] parts = row.split("\n");
          rows.add(parts[0] + " " + String.join(", ", methods) + " |" + parts[1]);
        });
    return rows;
  }
}

package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.epione.demo.client.PortalAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody may use what is not expressly of the own role. */
class DefaultDenyIT {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

  private final World world = World.played();

  static Stream<Arguments> forbidden() {
    return Endpoint.ALL.stream()
        .flatMap(
            endpoint ->
                Arrays.stream(Role.values())
                    .filter(role -> !endpoint.allowed().contains(role))
                    .map(role -> Arguments.of(role, endpoint)));
  }

  static Stream<Endpoint> all() {
    return Endpoint.ALL.stream();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("forbidden")
  void request_shouldBeForbidden_whenOfAnotherRole(Role role, Endpoint endpoint) {
    PortalAnswer answer =
        role.in(world.stage()).ask(endpoint.method(), endpoint.path(), endpoint.body());
    assertThat(answer.status()).as(answer.text()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("EHR-1002");
  }

  @ParameterizedTest
  @MethodSource("all")
  void request_shouldBeUnauthorised_whenNobodyIsSignedIn(Endpoint endpoint) {
    PortalAnswer answer =
        world.stage().portal().stranger().ask(endpoint.method(), endpoint.path(), endpoint.body());
    assertThat(answer.status()).as(answer.text()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("EHR-1001");
  }

  /** What the server itself says that it offers: nothing is left out of the tests above. */
  @Test
  void table_shouldHaveEveryOperation_whenTheServerDescribesItself() {
    JsonObject paths =
        world
            .stage()
            .portal()
            .stranger()
            .ask("GET", "/openapi?format=JSON", null)
            .object()
            .getJsonObject("paths");
    List<String> missing =
        paths.entrySet().stream()
            .filter(path -> !path.getKey().startsWith("/api/session"))
            .flatMap(
                path ->
                    path.getValue().asJsonObject().keySet().stream()
                        .filter(METHODS::contains)
                        .filter(
                            method ->
                                Stream.concat(Endpoint.ALL.stream(), Endpoint.PUBLISHED.stream())
                                    .noneMatch(known -> known.is(method, path.getKey())))
                        .map(method -> method + " " + path.getKey()))
            .toList();
    assertThat(paths).hasSizeGreaterThan(40);
    assertThat(missing).isEmpty();
  }

  @Test
  void pages_shouldAskForSignIn_whenNobodyIsSignedIn() {
    for (String folder :
        new String[] {
          "system-manager/hospitals",
          "administrator/staff",
          "registrar/patients",
          "doctor/inbox",
          "doctor/appointments",
          "patient/records",
          "auditor/episodes"
        }) {
      PortalAnswer answer = world.stage().portal().stranger().ask("GET", folder + ".xhtml", null);
      assertThat(answer.status()).as(folder).isIn(302, 303);
    }
  }

  @Test
  void pages_shouldBeForbidden_whenOfAnotherRole() {
    PortalAnswer answer =
        Role.PATIENT.in(world.stage()).ask("GET", "system-manager/hospitals.xhtml", null);
    assertThat(answer.status()).isEqualTo(403);
  }
}

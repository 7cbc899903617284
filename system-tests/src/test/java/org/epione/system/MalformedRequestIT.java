package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.epione.demo.client.PortalSession;
import org.epione.system.RawRequest.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that no client of ours sends: each is refused clearly, none brings the server to fail. */
class MalformedRequestIT {
  private static final int LARGE = 3_000_000;
  private static final int DEEP = 20_000;

  private final World world = World.played();

  private static Map<String, byte[]> bodies() {
    Map<String, byte[]> bodies = new LinkedHashMap<>();
    bodies.put("nothing", new byte[0]);
    bodies.put("no JSON", bytes("hello"));
    bodies.put("cut off", bytes("{\"password\":\"x"));
    bodies.put("an array", bytes("[]"));
    bodies.put("null", bytes("null"));
    bodies.put("a number", bytes("1e400"));
    bodies.put(
        "objects for texts", bytes("{\"password\":{},\"text\":{},\"reason\":{},\"code\":{}}"));
    bodies.put("not UTF-8", new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'});
    bodies.put("deep", bytes("{\"a\":" + "[".repeat(DEEP) + "]".repeat(DEEP) + "}"));
    bodies.put("large", bytes("{\"text\":\"" + "x".repeat(LARGE) + "\",\"password\":\"x\"}"));
    return bodies;
  }

  static Stream<Arguments> everyBodyForEveryEndpoint() {
    return Stream.concat(Endpoint.ALL.stream(), booking())
        .filter(endpoint -> endpoint.body() != null && !endpoint.body().isEmpty())
        .flatMap(endpoint -> bodies().keySet().stream().map(body -> Arguments.of(endpoint, body)));
  }

  /** Of what needs no session, the part that takes JSON. */
  private static Stream<Endpoint> booking() {
    return Endpoint.PUBLISHED.stream()
        .filter(endpoint -> endpoint.path().startsWith("api/appointments/"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("everyBodyForEveryEndpoint")
  void request_shouldBeRefused_whenBodyIsMalformed(Endpoint endpoint, String body) {
    RawRequest request =
        RawRequest.changing(endpoint.method(), "/ehr/" + endpoint.path(), bodies().get(body));
    Answer answer =
        endpoint.allowed().stream()
            .findFirst()
            .map(role -> request.with("Cookie", cookie(role.in(world.stage()))))
            .orElse(request)
            .send(world.installation());
    assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
    assertThat(answer.body()).doesNotContain("Exception").doesNotContain("\tat ");
  }

  @Test
  void request_shouldBeRefused_whenIdIsNoId() {
    for (String path :
        new String[] {
          "api/patients/..%2f..%2fetc%2fpasswd",
          "api/patients/1'%20or%20'1'='1",
          "api/patients/" + "9".repeat(4000)
        }) {
      Answer answer =
          RawRequest.get("/ehr/" + path)
              .with("Cookie", cookie(Role.REGISTRAR.in(world.stage())))
              .send(world.installation());
      assertThat(answer.status()).as(path).isBetween(400, 499);
    }
  }

  private static String cookie(PortalSession session) {
    return "EPIONE_SESSION=" + session.cookies().get("EPIONE_SESSION");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

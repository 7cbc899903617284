package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.epione.demo.client.PortalAnswer;
import org.epione.demo.client.PortalSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A page of another site, in the browser of somebody who is signed in, achieves nothing. */
class ForgedRequestIT {
  private final World world = World.played();

  static Stream<Endpoint> changing() {
    return Endpoint.ALL.stream().filter(Endpoint::changing);
  }

  @ParameterizedTest
  @MethodSource("changing")
  void request_shouldBeForbidden_whenHeaderOfOwnClientIsMissing(Endpoint endpoint) {
    PortalSession victim = endpoint.allowed().iterator().next().in(world.stage());
    PortalAnswer answer =
        victim.exchange(
            world
                .stage()
                .portal()
                .request(endpoint.path())
                .header("Content-Type", "application/json")
                .method(endpoint.method(), body(endpoint)));
    assertThat(answer.status()).as(answer.text()).isEqualTo(403);
  }

  /** A server refuses a DELETE with a body before anybody looks at its headers. */
  private static BodyPublisher body(Endpoint endpoint) {
    return endpoint.method().equals("DELETE")
        ? BodyPublishers.noBody()
        : BodyPublishers.ofString(Objects.toString(endpoint.body()));
  }

  @Test
  void request_shouldBeRefused_whenSentAsForm() {
    HttpRequest.Builder form =
        world
            .stage()
            .portal()
            .request("api/auditors")
            .header(PortalSession.OWN_REQUEST, "1")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("displayName=Mallory"));
    assertThat(Role.SYSTEM_MANAGER.in(world.stage()).exchange(form).status()).isEqualTo(415);
  }

  @Test
  void answer_shouldGiveNoPermissionToOtherSites_whenAskedByThem() {
    var answer =
        RawRequest.get("/ehr/api/session")
            .with("Origin", "https://elsewhere.example")
            .send(world.installation());
    assertThat(answer.headers().toLowerCase(Locale.ROOT))
        .doesNotContain("access-control-allow-origin");
  }

  @Test
  void cookie_shouldBeHiddenAndBoundToSite_whenSessionBegins() {
    var answer = RawRequest.get("/ehr/sign-in.xhtml").send(world.installation());
    assertThat(answer.header("Set-Cookie"))
        .hasValueSatisfying(
            cookie ->
                assertThat(cookie).contains("HttpOnly").containsIgnoringCase("SameSite=Strict"));
  }
}

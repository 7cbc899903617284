package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.epione.demo.client.Invited;
import org.epione.demo.client.PortalAnswer;
import org.epione.demo.client.PortalSession;
import org.epione.demo.client.SystemManagerDesk;
import org.epione.demo.client.Waiting;
import org.epione.system.RawRequest.Answer;
import org.junit.jupiter.api.Test;

/** Attacks on signing in and on sessions. */
class SessionIT {
  private static final String SESSION = "/ehr/api/session";
  private static final String COOKIE = "EPIONE_SESSION";
  private static final String PASSWORD = "correct-horse-battery-staple";

  private final World world = World.played();
  private final Installation installation = world.installation();

  @Test
  void signIn_shouldChangeTheSessionId_whenOneWasPlantedBefore() {
    PortalSession victim = world.stage().portal().stranger();
    victim.ask("GET", "sign-in.xhtml", null);
    String planted = victim.cookies().get(COOKIE);
    assertThat(planted).isNotNull();

    victim.signIn(Installation.FIRST_USER, installation.target().firstPassword());

    assertThat(victim.cookies().get(COOKIE)).isNotNull().isNotEqualTo(planted);
    Answer attacker =
        RawRequest.get(SESSION).with("Cookie", COOKIE + "=" + planted).send(installation);
    assertThat(attacker.status()).isEqualTo(401);
  }

  @Test
  void session_shouldEnd_whenPersonSignsOut() {
    PortalSession session =
        world
            .stage()
            .portal()
            .signIn(Installation.FIRST_USER, installation.target().firstPassword());
    String stolen = session.cookies().get(COOKIE);
    session.signOut();

    Answer thief = RawRequest.get(SESSION).with("Cookie", COOKIE + "=" + stolen).send(installation);

    assertThat(thief.status()).isEqualTo(401);
  }

  @Test
  void signIn_shouldBeRefused_whenPasswordIsWrongThoughSomebodyIsSignedIn() {
    PortalSession session = Role.REGISTRAR.in(world.stage());
    PortalAnswer answer =
        session.ask(
            "POST",
            "api/session",
            object(Map.of("userName", Role.DOCTOR.userName(), "password", "wrong-password-1")));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(session.get("api/session").getString("userName"))
        .isEqualTo(Role.REGISTRAR.userName());
  }

  @Test
  void signIn_shouldHandOver_whenAnotherPersonSignsInInTheSameSession() {
    PortalSession session =
        world
            .stage()
            .portal()
            .signIn(Role.REGISTRAR.userName(), world.stage().password(Role.REGISTRAR.userName()));
    session.signIn(Role.DOCTOR.userName(), world.stage().password(Role.DOCTOR.userName()));

    assertThat(session.ask("GET", "api/turns", null).status()).isEqualTo(200);
    assertThat(session.ask("GET", "api/episodes", null).status()).isEqualTo(403);
  }

  @Test
  void session_shouldNotBeFound_whenIdIsInvented() {
    Answer guess =
        RawRequest.get(SESSION)
            .with("Cookie", COOKIE + "=00000000000000000000000000000000")
            .send(installation);
    assertThat(guess.status()).isEqualTo(401);
  }

  /** The morning shift of a hospital, all behind one address. */
  @Test
  void signIn_shouldSucceedForAll_whenManySignInAtOnceFromOneSource() throws Exception {
    ExecutorService shift = Executors.newFixedThreadPool(Role.values().length);
    try {
      List<Callable<Integer>> signIns = new ArrayList<>();
      for (int time = 0; time < 5; time++) {
        for (Role role : Role.values()) {
          signIns.add(
              () ->
                  guess(role.userName(), world.stage().password(role.userName()), "127.0.0.9")
                      .status());
        }
      }
      for (Future<Integer> status : shift.invokeAll(signIns)) {
        assertThat(status.get()).isEqualTo(200);
      }
    } finally {
      shift.shutdownNow();
    }
  }

  @Test
  void signIn_shouldBeBlocked_whenGuessedTooOften() {
    String userName = auditor();
    Waiting waiting = new Waiting(Clock.systemUTC(), Duration.ofMinutes(1));
    waiting.untilTrue(
        "a wait of more than six seconds",
        "the server's log",
        () -> secondsToWait(guess(userName, "wrong-password", "127.0.0.2")) > 6);

    Answer right = guess(userName, PASSWORD, "127.0.0.3");

    // How long the wait is by now depends on how quick the machine is: it doubles each time.
    assertThat(right.status()).as("the right password, while blocked").isEqualTo(429);
    assertThat(right.body()).contains("EHR-1017").containsPattern("The wait ends in [1-9][0-9]? s");
    assertThat(
            world
                .stage()
                .portal()
                .signIn(Installation.FIRST_USER, installation.target().firstPassword())
                .get("api/session")
                .getString("userName"))
        .as("others are not affected")
        .isEqualTo(Installation.FIRST_USER);
    waiting.untilTrue(
        "the end of the block",
        "the server's log",
        () -> guess(userName, PASSWORD, "127.0.0.3").status() == 200);
  }

  @Test
  void signIn_shouldAnswerTheSame_whenAccountIsUnknown() {
    Answer unknown = guess("nobody." + UUID.randomUUID(), "wrong-password-1", "127.0.0.4");
    Answer known = guess(auditor(), "wrong-password-1", "127.0.0.4");
    assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(401);
    assertThat(unknown.body()).isEqualTo(known.body());
  }

  @Test
  void activation_shouldBeRefused_whenCodeIsGuessedOrUsed() {
    SystemManagerDesk desk = world.stage().systemManager();
    Invited invited = desk.inviteAuditor("Auditor " + UUID.randomUUID());
    String code = desk.auditorCode(invited.accountId()).orElseThrow();
    String userName = "auditor." + invited.accountId();
    world.stage().portal().activate(code, userName, PASSWORD);

    for (String wrong : new String[] {code, "AAAA-AAAA-AAAA-AAAA", ""}) {
      PortalAnswer answer =
          world
              .stage()
              .portal()
              .stranger()
              .ask(
                  "POST",
                  "api/session/activation",
                  object(Map.of("code", wrong, "userName", "x" + userName, "password", PASSWORD)));
      assertThat(answer.status()).as("code '" + wrong + "'").isBetween(400, 409);
      assertThat(answer.code()).isNotEmpty();
    }
    assertThat(desk.auditorCode(invited.accountId())).isEmpty();
  }

  private String auditor() {
    SystemManagerDesk desk = world.stage().systemManager();
    Invited invited = desk.inviteAuditor("Auditor " + UUID.randomUUID());
    String userName = "auditor." + invited.accountId();
    String code = desk.auditorCode(invited.accountId()).orElseThrow();
    world.stage().portal().activate(code, userName, PASSWORD);
    return userName;
  }

  private static int secondsToWait(Answer answer) {
    return answer.header("Retry-After").map(Integer::parseInt).orElse(0);
  }

  private Answer guess(String userName, String password, String source) {
    return RawRequest.post(
            SESSION, object(Map.of("userName", userName, "password", password)).toString())
        .from(source)
        .send(installation);
  }

  private static JsonObject object(Map<String, String> members) {
    var builder = Json.createObjectBuilder();
    members.forEach(builder::add);
    return builder.build();
  }
}

package org.epione.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.epione.demo.Stage;
import org.epione.demo.client.HospitalIntegration;
import org.epione.demo.client.PortalAway;
import org.epione.demo.client.RegistrarDesk;
import org.jspecify.annotations.Nullable;

/**
 * Registers one patient after the other, by the portal and by message in turn, and remembers which
 * were acknowledged: each of those must be there afterwards, and none twice.
 */
final class AcknowledgedRegistrations {
  private static final Duration PATIENCE = Duration.ofMinutes(8);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);

  private final Installation installation;
  private final List<String> attempted = new ArrayList<>();
  private final List<String> acknowledged = new ArrayList<>();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final Thread thread = new Thread(this::register, "registrations");
  private volatile boolean enough;
  private Stage stage;

  AcknowledgedRegistrations(Installation installation) {
    this.installation = installation;
  }

  /** Begins, once the registrar's account is there; does nothing where it has begun. */
  void start() throws IOException {
    if (stage == null) {
      stage = World.stage(installation, PATIENCE);
      thread.start();
    }
  }

  /** Ends. */
  void stop() throws InterruptedException {
    enough = true;
    thread.join();
  }

  /** What was acknowledged is there, and nothing is there twice. */
  void check() {
    assertThat(failure.get()).isNull();
    if (stage == null) {
      return;
    }
    assertThat(acknowledged).as("acknowledged registrations").isNotEmpty();
    RegistrarDesk desk = desk();
    for (String number : attempted) {
      int found = desk.patients(number).size();
      assertThat(found).as(number).isLessThanOrEqualTo(1);
      if (acknowledged.contains(number)) {
        assertThat(found).as("acknowledged: " + number).isEqualTo(1);
      }
    }
  }

  @Override
  public String toString() {
    return acknowledged.size() + " of " + attempted.size() + " registrations acknowledged";
  }

  private void register() {
    try {
      for (int i = 0; !enough; i++) {
        String number = "K-" + UUID.randomUUID().toString().substring(0, 13);
        attempted.add(number);
        if (i % 2 == 0 ? byPortal(number) : byMessage(number)) {
          acknowledged.add(number);
        } else {
          stage.waiting().untilTrue("the portal", "the server's log", stage::works);
        }
      }
    } catch (RuntimeException e) {
      failure.set(e);
    }
  }

  private boolean byPortal(String number) {
    try {
      desk().register(number, "Quill", "Robin " + number, "1980-02-03");
      return true;
    } catch (PortalAway away) {
      return false;
    }
  }

  private boolean byMessage(String number) {
    try (var integration = new HospitalIntegration(stage.target().broker())) {
      return integration
          .send(
              Adt.a04(number, UUID.randomUUID().toString(), "Quill").getBytes(UTF_8), ANSWER_WITHIN)
          .filter(answer -> answer.code().equals("AA"))
          .isPresent();
    } catch (JMSException away) {
      return false;
    }
  }

  private RegistrarDesk desk() {
    return stage.registrar(stage.data().hospital("HOSPITAL-A"));
  }
}

package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.epione.demo.client.BrokerAddress;
import org.epione.demo.client.Hl7Answer;
import org.epione.demo.client.HospitalIntegration;
import org.epione.demo.client.RegistrarDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of hospital systems over the broker, and what such a system may not do. */
class Hl7IT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final World world = World.played();
  private final BrokerAddress broker = world.installation().target().broker();
  private final RegistrarDesk registrar =
      world.stage().registrar(world.data().hospital("HOSPITAL-A"));

  @Test
  void message_shouldRegisterOnce_whenSentTwice() throws JMSException {
    String number = number();
    String message = Adt.a04(number, UUID.randomUUID().toString(), "Quill");
    Hl7Answer first = send(message);
    Hl7Answer second = send(message);
    assertThat(first.code()).isEqualTo("AA");
    assertThat(second.text()).isEqualTo(first.text());
    assertThat(registrar.patients(number)).hasSize(1);
  }

  @Test
  void message_shouldBeAnsweredWithError_whenIdIsUsedAgainForOtherContent() throws JMSException {
    String number = number();
    String control = UUID.randomUUID().toString();
    assertThat(send(Adt.a04(number, control, "Quill")).code()).isEqualTo("AA");
    Hl7Answer conflicting = send(Adt.a04(number, control, "Mallory"));
    assertThat(conflicting.code()).isEqualTo("AE");
    assertThat(registrar.patient(number).orElseThrow().displayName()).contains("Quill");
  }

  @Test
  void message_shouldChangeTheAddress_whenPatientMoved() throws JMSException {
    String number = number();
    assertThat(send(Adt.a04(number, UUID.randomUUID().toString(), "Quill")).code()).isEqualTo("AA");
    String moved =
        Adt.a04(number, UUID.randomUUID().toString(), "Quill")
            .replace("ADT^A04", "ADT^A08")
            .replace("1 Old Street", "2 New Street");
    assertThat(send(moved).code()).isEqualTo("AA");
    assertThat(registrar.details(registrar.patient(number).orElseThrow().id()).toString())
        .contains("2 New Street")
        .doesNotContain("1 Old Street");
  }

  @Test
  void message_shouldBeRejected_whenHospitalIsUnknown() throws JMSException {
    String message =
        Adt.a04(number(), UUID.randomUUID().toString(), "Quill")
            .replace("EPIONE|HOSPITAL-A", "EPIONE|HOSPITAL-Z");
    assertThat(send(message).code()).isIn("AE", "AR");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "MSH|",
        "MSH|^~\\&|PAS|HOSPITAL-A|EPIONE|HOSPITAL-A|20250101||ADT^A04|X1|P|2.5.1",
        "MSH|^~\\&|PAS|HOSPITAL-A|EPIONE|HOSPITAL-A|20250101||ORU^R01|X2|P|2.5.1\rOBR|1",
        "\u000b\u001c\r"
      })
  void message_shouldBeAnsweredWithRefusal_whenItIsGarbage(String garbage) throws JMSException {
    assertThat(send(garbage).code()).isIn("AE", "AR");
  }

  @Test
  void connection_shouldBeRefused_whenPasswordIsWrong() {
    BrokerAddress wrong = new BrokerAddress(broker.url(), broker.userName(), "guess");
    assertThatThrownBy(() -> new HospitalIntegration(wrong).close())
        .isInstanceOf(JMSException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "epione.parties.local",
        "epione.ledger.local",
        "epione.dead-letter",
        "epione.blocks",
        "activemq.management"
      })
  void queue_shouldBeClosed_whenOfTheServersThemselves(String name) throws JMSException {
    try (var integration = new HospitalIntegration(broker)) {
      Session session = integration.session();
      var queue = integration.queue(name);
      assertThatThrownBy(
              () -> session.createProducer(queue).send(session.createTextMessage("forged")))
          .isInstanceOf(JMSException.class);
      assertThatThrownBy(() -> session.createConsumer(queue)).isInstanceOf(JMSException.class);
      assertThatThrownBy(() -> session.createBrowser(queue).getEnumeration().hasMoreElements())
          .isInstanceOf(JMSException.class);
    }
  }

  @Test
  void intake_shouldNotBeReadable_whenOneMayOnlySend() throws JMSException {
    try (var integration = new HospitalIntegration(broker)) {
      var queue = integration.queue(HospitalIntegration.INTAKE);
      assertThatThrownBy(() -> integration.session().createConsumer(queue))
          .isInstanceOf(JMSException.class);
    }
  }

  private Hl7Answer send(String message) throws JMSException {
    try (var integration = new HospitalIntegration(broker)) {
      return integration.send(message.getBytes(StandardCharsets.UTF_8), PATIENCE).orElseThrow();
    }
  }

  private static String number() {
    return "T-" + UUID.randomUUID().toString().substring(0, 13);
  }
}

package org.epione.messaging.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.epione.enrolment.boundary.ArrivedMessage;
import org.epione.enrolment.boundary.Hl7State;
import org.epione.enrolment.boundary.PatientNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationTest {

  private static final PatientNumber NUMBER = new PatientNumber("HIS", "4711");

  private final MemoryJournal journal = new MemoryJournal();
  private final AtomicInteger counter = new AtomicInteger();
  private final Conversation conversation =
      new Conversation(
          journal,
          new HospitalA(),
          new PatientMessageReader(),
          n -> {
            byte[] bytes = new byte[n];
            Arrays.fill(bytes, (byte) counter.incrementAndGet());
            return bytes;
          },
          Clock.fixed(Instant.parse("2026-11-20T09:30:00Z"), ZoneOffset.UTC));

  private String answerTo(String transport, String message) {
    conversation.receive(Samples.arrived(transport, Samples.bytes(message)));
    return lastAnswer();
  }

  private String lastAnswer() {
    return new String(journal.answers.get(journal.answers.size() - 1), StandardCharsets.UTF_8);
  }

  @Test
  void receive_shouldRegister_whenA04() {
    assertThat(answerTo("1", Samples.A04)).contains("\rMSA|AA|M0001\r");
    assertThat(journal.patients).containsOnlyKeys(NUMBER);
    assertThat(journal.kept.get("1").content()).isEqualTo(Samples.bytes(Samples.A04));
  }

  @Test
  void receive_shouldAnswerTheSame_whenTheSameComesAgain() {
    String first = answerTo("1", Samples.A04);
    journal.patients.clear();
    String second = answerTo("2", Samples.A04);
    assertThat(second).isEqualTo(first);
    assertThat(journal.patients).isEmpty();
    assertThat(journal.states.get("2")).isEqualTo(Hl7State.REPEATED);
  }

  @Test
  void receive_shouldRefuse_whenControlIdStandsForAnother() {
    answerTo("1", Samples.A04);
    String answer = answerTo("2", Samples.A04.replace("4711", "4712"));
    assertThat(answer).contains("\rMSA|AE|M0001|").contains("|205^").contains("EHR-2103");
    assertThat(journal.patients).containsOnlyKeys(NUMBER);
    assertThat(journal.states.get("2")).isEqualTo(Hl7State.CONFLICTING);
    assertThat(answerTo("3", Samples.A04)).contains("\rMSA|AA|M0001\r");
  }

  @Test
  void receive_shouldTakeAnotherSendersControlId_whenItIsTheSame() {
    answerTo("1", Samples.A04);
    String other = Samples.A04.replace("|HIS|WARD|", "|LAB|WARD|").replace("4711", "4712");
    assertThat(answerTo("2", other)).contains("\rMSA|AA|");
    assertThat(journal.patients).hasSize(2);
  }

  @Test
  void receive_shouldDoNothing_whenRedelivered() {
    answerTo("1", Samples.A04);
    int answered = journal.answers.size();
    conversation.receive(Samples.arrived("1", Samples.bytes(Samples.A04)));
    assertThat(journal.answers).hasSize(answered);
  }

  @Test
  void receive_shouldRefuseUpdate_whenPatientIsUnknown() {
    String update = Samples.A04.replace("ADT^A04^ADT_A01", "ADT^A08");
    assertThat(answerTo("1", update)).contains("\rMSA|AE|M0001|").contains("204^");
    assertThat(journal.patients).isEmpty();
  }

  @Test
  void receive_shouldUpdate_whenPatientIsKnown() {
    answerTo("1", Samples.A04);
    String update = Samples.A04.replace("ADT^A04^ADT_A01", "ADT^A08").replace("M0001", "M0002");
    assertThat(answerTo("2", update)).contains("ACK^A08^ACK").contains("\rMSA|AA|M0002\r");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ADT^A04^ADT_A01;ORU^R01;AR;200",
        "ADT^A04^ADT_A01;ADT^A40;AR;201",
        "ADT^A04^ADT_A01;ADT;AR;201",
        "|P|2.5.1;|T|2.5.1;AR;202",
        "|P|2.5.1;|P|3.0;AR;203",
        "|HOSPITAL-A|;|HOSPITAL-B|;AR;103",
        "|HOSPITAL-A|;|CLOUD|;AR;103",
        "|HOSPITAL-A|;|hospital a|;AR;103",
        "|HOSPITAL-A|;||;AR;103",
        "|M0001|;||;AR;101",
        "PID|1;PXD|1;AE;100",
        "NK1|1;PID|1;AE;100",
        "4711^^^HIS^MR;^^^HIS^MR;AE;101",
        "Müller^Änne^Maria;^Änne;AE;101",
        "|19700503|;|19701332|;AE;102",
        "|19700503|;|yesterday|;AE;102",
        "|F|;|female|;AE;103",
        "UNICODE UTF-8;KLINGON;AR;103"
      })
  void receive_shouldRefuse_whenSomethingIsWrong(
      String part, String wrong, String code, String condition) {
    String answer = answerTo("1", Samples.A04.replace(part, wrong));
    assertThat(answer).contains("\rMSA|" + code + "|").contains("|" + condition + "^");
    assertThat(journal.patients).isEmpty();
    assertThat(journal.states.get("1")).isEqualTo(Hl7State.REFUSED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ADT^A04^ADT_A01;ADT^A04^ADT_A04",
        "ADT^A04^ADT_A01;ADT^A04^NO_SUCH",
        "ADT^A04^ADT_A01;ADT^A28",
        "ADT^A04^ADT_A01; ADT ^ A04 ",
        "|P|2.5.1;||",
        "|P|2.5.1;|P^T|2.5^DEU",
        "|P|2.5.1;|P|2.1",
        "|P|2.5.1;|P|2.8.2",
        "HOSPITAL-A|2026;HOSPITAL-A^1.2.3^ISO|2026",
        "UNICODE UTF-8;''",
        "|19700503|;|197005|",
        "|19700503|;|1970050312300+0100|",
        "|19700503|;||",
        "|F|;|f|",
        "|F|;||",
        "EVN|A04|20261120093000;ZZZ|before^the&patient"
      })
  void receive_shouldAccept_whenSenderIsSloppy(String part, String sloppy) {
    assertThat(answerTo("1", Samples.A04.replace(part, sloppy))).contains("\rMSA|AA|M0001\r");
    assertThat(journal.patients).containsOnlyKeys(NUMBER);
  }

  @ParameterizedTest
  @CsvSource({
    "AL,AL,CA+AA",
    "NE,NE,''",
    "AL,NE,CA",
    "NE,AL,AA",
    "ER,ER,''",
    "SU,SU,CA+AA",
    "AL,,CA",
    ",AL,AA"
  })
  void receive_shouldAnswerAsAsked_whenEnhanced(String accept, String application, String codes) {
    String wish = "|" + text(accept) + "|" + text(application);
    String message = Samples.A04.replace("|2.5.1|||||", "|2.5.1|||" + wish.substring(1));
    conversation.receive(Samples.arrived("1", Samples.bytes(message)));
    assertThat(codes()).isEqualTo(text(codes));
  }

  @ParameterizedTest
  @CsvSource({"AL,AL,CA+AE", "ER,ER,AE", "NE,SU,''", "SU,NE,CA"})
  void receive_shouldAnswerError_whenEnhancedAndContentIsWrong(
      String accept, String application, String codes) {
    String message =
        Samples.A04
            .replace("|2.5.1|||||", "|2.5.1|||" + accept + "|" + application)
            .replace("|19700503|", "|never|");
    conversation.receive(Samples.arrived("1", Samples.bytes(message)));
    assertThat(codes()).isEqualTo(text(codes));
  }

  @Test
  void receive_shouldRejectAtCommit_whenEnhancedAndHeaderIsWrong() {
    String message =
        Samples.A04.replace("|2.5.1|||||", "|2.5.1|||AL|AL").replace("ADT^A04", "ORM^O01");
    conversation.receive(Samples.arrived("1", Samples.bytes(message)));
    assertThat(codes()).isEqualTo("CR");
  }

  private static String text(String cell) {
    return cell == null ? "" : cell;
  }

  private String codes() {
    return journal.answers.stream()
        .map(a -> new String(a, StandardCharsets.UTF_8))
        .map(a -> a.substring(a.indexOf("MSA|") + 4, a.indexOf("MSA|") + 6))
        .reduce((a, b) -> a + "+" + b)
        .orElse("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "FHS|^~\\&|\rBHS|", "PID|1||4711", "{\"a\":1}", "\u0000"})
  void receive_shouldRejectAndKeep_whenUnreadable(String message) {
    assertThat(answerTo("1", message)).contains("\rMSA|AR|");
    assertThat(journal.kept.get("1").content()).isEqualTo(Samples.bytes(message));
  }

  @Test
  void receive_shouldReject_whenTooLarge() {
    byte[] beginning = Arrays.copyOf(Samples.bytes(Samples.A04), 65536);
    conversation.receive(
        new ArrivedMessage(Optional.of("1"), "", "", false, beginning, ArrivedMessage.LIMIT + 1L));
    assertThat(lastAnswer()).contains("\rMSA|AR|M0001|").contains("EHR-2102");
    assertThat(journal.patients).isEmpty();
  }

  @Test
  void receive_shouldTrustTheBroker_whenSentAsText() {
    String message = Samples.A04.replace("UNICODE UTF-8", "8859/1");
    byte[] utf8 = Samples.bytes(message);
    conversation.receive(new ArrivedMessage(Optional.of("1"), "", "", true, utf8, utf8.length));
    assertThat(journal.patients.get(NUMBER).familyName().after(Optional.empty()))
        .contains("Müller");
  }

  @Test
  void receive_shouldTellNothingOfThePatient_whenRefused() {
    String answer = answerTo("1", Samples.A04.replace("|19700503|", "|never|"));
    assertThat(answer).doesNotContain("Müller").doesNotContain("4711").doesNotContain("never");
  }
}

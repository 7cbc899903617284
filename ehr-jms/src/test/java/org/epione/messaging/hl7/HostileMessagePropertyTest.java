package org.epione.messaging.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.epione.enrolment.boundary.Hl7State;

/** Whatever arrives is kept, settled and answered, and never breaks the conversation. */
class HostileMessagePropertyTest {

  private static final PatientMessageReader READER = new PatientMessageReader();

  private static MemoryJournal conversed(byte[] content) {
    MemoryJournal journal = new MemoryJournal();
    new Conversation(journal, new HospitalA(), READER, byte[]::new, Clock.systemUTC())
        .receive(Samples.arrived(content));
    return journal;
  }

  private static void assertSettled(MemoryJournal journal, byte[] content) {
    assertThat(journal.kept.get("ID:1").content()).isEqualTo(content);
    assertThat(journal.states.get("ID:1")).isIn(Hl7State.APPLIED, Hl7State.REFUSED);
  }

  @Property(tries = 500)
  void receive_shouldSettle_whenBytesAreRandom(@ForAll byte[] content) {
    MemoryJournal journal = conversed(content);
    assertSettled(journal, content);
    assertThat(journal.answers).hasSize(1);
    assertThat(journal.patients).isEmpty();
  }

  @Property(tries = 300)
  void receive_shouldSettle_whenTruncated(@ForAll @IntRange(max = 400) int length) {
    byte[] all = Samples.bytes(Samples.A04);
    byte[] content = Arrays.copyOf(all, Math.min(length, all.length));
    assertSettled(conversed(content), content);
  }

  @Property(tries = 1000)
  void receive_shouldSettle_whenBytesAreChanged(
      @ForAll @Size(min = 1, max = 6) java.util.List<@IntRange(max = 1 << 24) Integer> changes) {
    byte[] content = Samples.bytes(Samples.A04);
    for (int change : changes) {
      content[(change >>> 8) % content.length] = (byte) change;
    }
    assertSettled(conversed(content), content);
  }

  @Property(tries = 1000)
  void receive_shouldSettle_whenSegmentIsGarbage(@ForAll("fields") String segment) {
    byte[] content =
        ("MSH|^~\\&|A|B|C|HOSPITAL-A|||ADT^A04|1|P|2.5\rPID|" + segment + "\r")
            .getBytes(StandardCharsets.UTF_8);
    MemoryJournal journal = conversed(content);
    assertSettled(journal, content);
    String answer = new String(journal.answers.get(0), StandardCharsets.UTF_8);
    assertThat(answer).matches("(?s)MSH.*\rMSA\\|A[AER]\\|1(\\|[^\r]*)?\r(ERR[^\r]*\r)?");
  }

  @Property(tries = 500)
  void receive_shouldAnswerOneMsa_whenHeaderIsGarbage(@ForAll("fields") String header) {
    byte[] content = ("MSH|^~\\&|" + header + "\rPID|||1||A\r").getBytes(StandardCharsets.UTF_8);
    MemoryJournal journal = conversed(content);
    assertSettled(journal, content);
    for (byte[] answer : journal.answers) {
      String text = MessageText.of(answer).text();
      assertThat(text.lines().filter(line -> line.startsWith("MSA"))).hasSize(1);
    }
  }

  @Provide
  Arbitrary<String> fields() {
    return Arbitraries.strings()
        .withChars("|^~\\&\"\rPIDMSH0123456789AEx.TFRH ü\u0000\u000b\u001c\t-+")
        .ofMaxLength(300);
  }
}

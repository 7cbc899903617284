package org.epione.messaging.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PatientsInMessagesTest {

  private static final String HEADER = "MSH|^~\\&|HIS|WARD|EPIONE|A|20261130||ADT^A08|1|P|2.5\r";

  private static final PatientsInMessages READER = new PatientsInMessages();

  private static Set<String> in(String message) {
    return READER.in(message.getBytes(StandardCharsets.UTF_8), false);
  }

  @Test
  void numbers_shouldBeThoseOfThePatient_alsoOfSeveralAuthorities() {
    assertThat(in(HEADER + "PID|1|77|4711^^^HIS^MR~0815^^^LAB|99|Doe^John\r"))
        .containsExactlyInAnyOrder("77", "4711", "0815", "99");
  }

  @Test
  void numbers_shouldBeFound_whenPatientsWereMerged() {
    assertThat(in(HEADER + "PID|1||2^^^HIS\rMRG|1^^^HIS\r")).containsExactlyInAnyOrder("1", "2");
  }

  @Test
  void numbers_shouldBeOfAllPatients_whenSeveral() {
    assertThat(in(HEADER + "PID|1||2\rPID|2||3\r")).containsExactlyInAnyOrder("2", "3");
  }

  /** A number that is another patient's in another place must not empty her message. */
  @Test
  void numbers_shouldNotBeThoseOfOtherFields() {
    assertThat(in(HEADER + "PID|1||2^^^HIS\rPV1|1|I|4711\rNK1|4711\r")).containsExactly("2");
  }

  @Test
  void separators_shouldBeThoseThatTheMessageNames() {
    assertThat(in("MSH#*%\\+#HIS\nPID#1##4711*x%0815\n")).containsExactlyInAnyOrder("4711", "0815");
    assertThat(in("MSH.^~\\&.HIS\nPID.1..4711^x\n")).containsExactly("4711");
    assertThat(in("MSH|^\rPID|1||4711^x\r")).containsExactly("4711");
  }

  /** The number is registered without the escape. */
  @Test
  void number_shouldBeTheRegisteredOne_whenItWasEscaped() throws Exception {
    String message = HEADER + "PID|1||47\\T\\11^^^HIS^MR||Doe^John\r";
    String registered =
        new PatientMessageReader()
            .read(MessageHeader.of(message).orElseThrow(), message)
            .number()
            .value();
    assertThat(registered).isEqualTo("47&11");
    assertThat(in(message)).containsExactly(registered);
  }

  @Test
  void numbers_shouldBeFound_inEveryCharacterSet() {
    String message = HEADER + "PID|1||47\u00fc11^^^HIS||M\u00fcller\r";
    assertThat(READER.in(message.getBytes(StandardCharsets.UTF_16), false))
        .containsExactly("47\u00fc11");
    assertThat(READER.in(message.getBytes(StandardCharsets.UTF_16LE), false))
        .containsExactly("47\u00fc11");
    assertThat(READER.in(message.getBytes(StandardCharsets.ISO_8859_1), false))
        .containsExactly("47\u00fc11");
    String declared = message.replace("|2.5\r", "|2.5||||||8859/1\r");
    assertThat(READER.in(declared.getBytes(StandardCharsets.ISO_8859_1), false))
        .containsExactly("47\u00fc11");
    assertThat(READER.in(declared.getBytes(StandardCharsets.UTF_8), true))
        .containsExactly("47\u00fc11");
  }

  @Test
  void nobody_shouldBeNamed_whereThereIsNothingToRead() {
    assertThat(in("")).isEmpty();
    assertThat(in("MSH")).isEmpty();
    assertThat(in("MSH|^~\\&")).isEmpty();
    assertThat(in("PID|1||4711")).isEmpty();
    assertThat(in(HEADER + "PID")).isEmpty();
    assertThat(in(HEADER + "PID|")).isEmpty();
    assertThat(in(HEADER + "MRG|")).isEmpty();
  }

  @Test
  void framing_shouldNotMatter() {
    assertThat(in("\u000b" + HEADER + "PID|1||4711^^^HIS||M\u00fcller\r\u001c\r"))
        .containsExactly("4711");
  }

  @Property(tries = 200)
  void message_shouldBeRead_whenTruncated(@ForAll @IntRange(max = 400) int length) {
    String all = Samples.A04;
    String content = all.substring(0, Math.min(length, all.length()));
    assertThat(in(content)).allMatch("4711"::startsWith);
  }

  @Property(tries = 500)
  void message_shouldNotFail_whateverItIs(@ForAll byte[] content, @ForAll String segment) {
    assertThat(READER.in(content, true)).isNotNull();
    assertThat(in(HEADER + "PID|" + segment + "\rMRG|" + segment)).isNotNull();
  }
}

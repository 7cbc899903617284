package org.epione.enrolment.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NamedPatientsTest {

  private static final String HEADER = "MSH|^~\\&|HIS|WARD|EPIONE|A|20261130||ADT^A08|1|P|2.5\r";

  @Test
  void numbers_shouldBeThoseOfThePatient_alsoOfSeveralAuthorities() {
    assertThat(in(HEADER + "PID|1|77|4711^^^HIS^MR~0815^^^LAB|99|Doe^John\r"))
        .contains("77", "4711", "0815", "99")
        .doesNotContain("Doe", "John");
  }

  @Test
  void numbers_shouldBeFound_whenPatientsWereMerged() {
    assertThat(in(HEADER + "PID|1||2^^^HIS\rMRG|1^^^HIS\r")).contains("1", "2");
  }

  /** A number that is another patient's in another place must not empty her message. */
  @Test
  void numbers_shouldNotBeThoseOfOtherFields() {
    assertThat(in(HEADER + "PID|1||2^^^HIS\rPV1|1|I|4711\rNK1|4711\r")).doesNotContain("4711");
  }

  @Test
  void separators_shouldBeThoseThatTheMessageNames() {
    assertThat(in("MSH#*%\\+#HIS\nPID#1##4711*x%0815\n")).contains("4711", "0815");
    assertThat(in("MSH.^~\\&.HIS\nPID.1..4711^x\n")).contains("4711");
  }

  @Test
  void content_shouldBeReadByteForByte_whateverItIs() {
    assertThat(in("")).isEmpty();
    assertThat(in("MSH")).isEmpty();
    assertThat(in("MSH|^~\\&")).isEmpty();
    assertThat(in("PID|1||4711")).isEmpty();
    assertThat(in("\u000b" + HEADER + "PID|1||4711^^^HIS||M\u00fcller\r\u001c\r")).contains("4711");
    assertThat(in(HEADER + "PID")).isEmpty();
    assertThat(in(HEADER + "PID|")).isEmpty();
  }

  private static java.util.Set<String> in(String message) {
    return NamedPatients.in(message.getBytes(StandardCharsets.UTF_8));
  }
}

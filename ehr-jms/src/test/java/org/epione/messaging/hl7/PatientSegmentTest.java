package org.epione.messaging.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.epione.enrolment.boundary.AdministrativeSex;
import org.epione.enrolment.boundary.BirthDate;
import org.epione.enrolment.boundary.Change;
import org.epione.enrolment.boundary.PatientNumber;
import org.epione.enrolment.boundary.PostalAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatientSegmentTest {

  private static PatientMessage read(String pid) throws InvalidMessageException {
    return read("A08", pid);
  }

  private static PatientMessage read(String event, String pid) throws InvalidMessageException {
    String text = "MSH|^~\\&|A|B|C|HOSPITAL-A|||ADT^" + event + "|1|P|2.5\r" + pid + "\rPV1|1\r";
    return new PatientMessageReader().read(MessageHeader.of(text).orElseThrow(), text);
  }

  private static <T> Optional<T> value(Change<T> change) {
    return change.after(Optional.empty());
  }

  @Test
  void read_shouldTakeEverything_whenComplete() throws Exception {
    PatientMessage message = read(Samples.A04.split("\r", -1)[2]);
    assertThat(message.number()).isEqualTo(new PatientNumber("HIS", "4711"));
    assertThat(value(message.changes().familyName())).contains("Müller");
    assertThat(value(message.changes().givenName())).contains("Änne");
    assertThat(value(message.changes().birthDate())).contains(new BirthDate("1970-05-03"));
    assertThat(value(message.changes().sex())).contains(AdministrativeSex.FEMALE);
    assertThat(value(message.changes().address()))
        .contains(new PostalAddress("Hauptstr. 1", "Köln", "NW", "50667", "DE"));
    assertThat(value(message.changes().phone())).contains("+49 221 1234567");
  }

  @Test
  void read_shouldChangeNothing_whenFieldsAreEmpty() throws Exception {
    PatientMessage message = read("PID|||1");
    assertThat(message.number()).isEqualTo(new PatientNumber("HOSPITAL-A", "1"));
    assertThat(message.changes().familyName()).isEqualTo(Change.keep());
    assertThat(message.changes().birthDate()).isEqualTo(Change.keep());
    assertThat(message.changes().sex()).isEqualTo(Change.keep());
    assertThat(message.changes().address()).isEqualTo(Change.keep());
    assertThat(message.changes().phone()).isEqualTo(Change.keep());
  }

  @Test
  void read_shouldClear_whenFieldsAreNull() throws Exception {
    PatientMessage message = read("PID|||1||A^\"\"||\"\"|\"\"|||\"\"||\"\"");
    assertThat(message.changes().givenName()).isEqualTo(Change.clear());
    assertThat(message.changes().birthDate()).isEqualTo(Change.clear());
    assertThat(message.changes().sex()).isEqualTo(Change.to(AdministrativeSex.UNKNOWN));
    assertThat(message.changes().address()).isEqualTo(Change.clear());
    assertThat(message.changes().phone()).isEqualTo(Change.clear());
  }

  @Test
  void read_shouldRefuse_whenNameIsDeleted() {
    assertThatThrownBy(() -> read("PID|||1||\"\"")).hasMessageContaining("EHR-2115");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1^^^SSA^SS~2^^^HIS^MR;HIS;2",
        "1^^^A^AN~2^^^B^PI;B;2",
        "1~2;HOSPITAL-A;1",
        "^^^A~2^^^B;B;2",
        "7^^^&1.2.3&ISO;1.2.3;7"
      })
  void number_shouldPreferTheRecordNumber_whenSeveral(String field, String authority, String value)
      throws Exception {
    assertThat(read("PID|||" + field).number()).isEqualTo(new PatientNumber(authority, value));
  }

  @Test
  void number_shouldTakeTheOldField_whenSenderIsOld() throws Exception {
    assertThat(read("PID||99^^^OLD|").number()).isEqualTo(new PatientNumber("OLD", "99"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Maiden^Ann^^^^^M~Legal^Ann^^^^^L;Legal",
        "van der Berg&van der&Berg^Ann;van der Berg",
        "O\\T\\Hara^Ann;O&Hara",
        "Smith;Smith"
      })
  void familyName_shouldBeTheLegalOne_whenSenderWritesMore(String field, String family)
      throws Exception {
    assertThat(value(read("PID|||1||" + field).changes().familyName())).contains(family);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"^PRN^PH^^49^221^555;221 555", "^^^^^^^^^^^0221-5;0221-5"})
  void phone_shouldBeFound_whenInAnotherComponent(String field, String phone) throws Exception {
    assertThat(value(read("PID|||1||A||||||||" + field).changes().phone())).contains(phone);
  }

  @Test
  void read_shouldRefuse_whenTooLong() {
    String lots = "x".repeat(200);
    assertThatThrownBy(() -> read("PID|||" + lots)).hasMessageContaining("EHR-2118");
    assertThatThrownBy(() -> read("PID|||1||" + lots)).hasMessageContaining("EHR-2119");
    assertThatThrownBy(() -> read("PID|||1||A||||||" + lots)).hasMessageContaining("EHR-2120");
    assertThatThrownBy(() -> read("PID|||1||A||||||||" + lots)).hasMessageContaining("EHR-2121");
  }

  @Test
  void read_shouldRefuse_whenTwoPatients() {
    assertThatThrownBy(() -> read("PID|||1||A\rPID|||2||B")).hasMessageContaining("EHR-2112");
  }
}

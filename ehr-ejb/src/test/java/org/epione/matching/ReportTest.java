package org.epione.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.epione.matching.MatchingTest.COUGH;
import static org.epione.matching.MatchingTest.refused;

import jakarta.ejb.EJBAccessException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.epione.account.boundary.Role;
import org.epione.crypto.codec.ByteString;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.matching.boundary.Reach;
import org.epione.matching.boundary.ReportView;
import org.epione.matching.boundary.ReportedConversations;
import org.epione.matching.boundary.ReportedMessage;
import org.epione.platform.error.ErrorCode;
import org.epione.testing.DatabaseDump;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A patient discloses a conversation to her hospital's administrator. */
class ReportTest {

  private static final String INSULT = "You are all malingerers";

  private TwoHospitals ward;
  private Seeker ann;
  private Seeker bob;
  private TwoHospitals.Person administrator;

  @BeforeEach
  void open() throws Exception {
    ward = new TwoHospitals();
    ann = new Seeker(ward, TwoHospitals.A, "ann");
    bob = new Seeker(ward, TwoHospitals.B, "bob");
    administrator = ward.person(TwoHospitals.A, Role.HOSPITAL_ADMINISTRATOR, "admin.a");
    for (Seeker each : List.of(ann, bob)) {
      each.look(COUGH, Reach.ALL_HOSPITALS);
    }
    for (int round = 0; round < 3; round++) {
      ann.visit();
      bob.visit();
    }
    ann.agree();
    bob.agree();
    bob.say(2, json(INSULT));
    ann.say(2, json("Please stop"));
  }

  @AfterEach
  void close() {
    ward.close();
  }

  private static String json(String text) {
    return "{\"text\":\"" + text + "\"}";
  }

  private void report(ByteString key, String reason) throws Exception {
    String id = ann.only().id();
    ann.run(() -> ann.desk().report(id, key, reason, TwoHospitals.PASSWORD.toCharArray()));
  }

  private ByteString key() throws Exception {
    return ByteString.of(ann.keyBytes());
  }

  private ReportedConversations desk() {
    return ward.bean(ReportedConversations.class);
  }

  private List<ReportView> all() throws Exception {
    return ward.as(administrator, () -> desk().all());
  }

  @Test
  void administrator_shouldReadWhatWasWrittenUpToTheReport_andNothingLater() throws Exception {
    report(key(), "He insults me");
    bob.say(3, json("Written later"));
    ReportView report = all().get(0);
    assertThat(report.reporter()).isEqualTo("ann");
    assertThat(report.reason()).isEqualTo("He insults me");
    assertThat(report.peer()).isEqualTo(ann.only().peer().hex());
    List<ReportedMessage> read = ward.as(administrator, () -> desk().read(report.id()));
    assertThat(read).extracting(ReportedMessage::text).containsExactly(INSULT, "Please stop");
    assertThat(read).extracting(ReportedMessage::byReporter).containsExactly(false, true);
    byte[] dump = DatabaseDump.of(ward.container);
    for (byte[] secret :
        List.of(
            INSULT.getBytes(StandardCharsets.UTF_8),
            ann.keyBytes(),
            "insults me".getBytes(StandardCharsets.UTF_8))) {
      assertThat(DatabaseDump.contains(dump, secret)).isFalse();
    }
  }

  @Test
  void report_shouldBeClosed_onceAndWithANote() throws Exception {
    report(key(), "He insults me");
    String id = all().get(0).id();
    assertThat((Object) ward.as(administrator, () -> desk().waiting())).isEqualTo(1L);
    refused(ErrorCode.MATCHING_REASON, () -> ward.as(administrator, () -> desk().close(id, " ")));
    ward.as(administrator, () -> desk().close(id, "Spoke with her"));
    refused(ErrorCode.MATCHING_OVER, () -> ward.as(administrator, () -> desk().close(id, "Again")));
    assertThat(all().get(0).note()).contains("Spoke with her");
    assertThat((Object) ward.as(administrator, () -> desk().waiting())).isEqualTo(0L);
  }

  @Test
  void report_shouldBeRefused_withAnotherKeyOrPasswordOrTwiceOrWithoutReason() throws Exception {
    refused(ErrorCode.MATCHING_KEY, () -> report(ByteString.of(new byte[16]), "He insults me"));
    refused(ErrorCode.MATCHING_KEY, () -> report(ByteString.of(new byte[3]), "He insults me"));
    refused(ErrorCode.MATCHING_REASON, () -> report(key(), " "));
    ByteString right = key();
    String id = ann.only().id();
    assertThatThrownBy(
            () ->
                ann.run(() -> ann.desk().report(id, right, "x", "not her password".toCharArray())))
        .isInstanceOf(WrongPasswordException.class);
    assertThat(all()).isEmpty();
    report(right, "He insults me");
    refused(ErrorCode.MATCHING_REPORTED, () -> report(right, "He insults me"));
    assertThat(all()).hasSize(1);
  }

  @Test
  void report_shouldNotExist_forAnybodyElse() throws Exception {
    report(key(), "He insults me");
    String id = all().get(0).id();
    TwoHospitals.Person other = ward.person(TwoHospitals.B, Role.HOSPITAL_ADMINISTRATOR, "admin.b");
    assertThat(ward.as(other, () -> desk().all())).isEmpty();
    refused(ErrorCode.NOT_FOUND, () -> ward.as(other, () -> desk().read(id)));
    refused(ErrorCode.NOT_FOUND, () -> ward.as(other, () -> desk().close(id, "Mine")));
    assertThatThrownBy(() -> ward.as(bob.person, () -> desk().read(id)))
        .isInstanceOf(EJBAccessException.class);
    ByteString right = key();
    String exchange = ann.only().id();
    refused(
        ErrorCode.NOT_FOUND,
        () ->
            bob.run(
                () ->
                    bob.desk().report(exchange, right, "x", TwoHospitals.PASSWORD.toCharArray())));
  }
}

package org.epione.enrolment.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.epione.account.boundary.Accounts;
import org.epione.enrolment.FakeAccounts;
import org.epione.outbox.boundary.OutboxDelivery;
import org.epione.outbox.boundary.WaitingMessage;
import org.epione.testing.Container;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessageJournalTest {

  private static final MessageKey KEY = new MessageKey("HIS", "WARD", "1");
  private static final MessageFacts FACTS =
      new MessageFacts(Optional.of(KEY), "ADT A04", "HOSPITAL-A");
  private static final PatientNumber NUMBER = new PatientNumber("HIS", "4711");

  private Container container;
  private MessageJournal journal;
  private Patients patients;

  @BeforeEach
  void start() {
    container = Container.start().with(Accounts.class, new FakeAccounts());
    journal = container.bean(MessageJournal.class);
    patients = container.bean(Patients.class);
  }

  @AfterEach
  void stop() {
    container.close();
  }

  private KeptMessage kept(String transport, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return journal.keep(
        new ArrivedMessage(Optional.of(transport), "reply.q", "corr", false, bytes, bytes.length));
  }

  private static Answers answers(String text) {
    return new Answers(Optional.empty(), Optional.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static PatientChanges named(String family) {
    return new PatientChanges(
        Change.to(family),
        Change.keep(),
        Change.to(new BirthDate("1970")),
        Change.keep(),
        Change.keep(),
        Change.to("1"));
  }

  private void apply(KeptMessage message, PatientChanges data, boolean mayRegister) {
    journal.apply(message, FACTS, NUMBER, data, mayRegister, answers("AA"));
  }

  private java.util.List<WaitingMessage> sent() {
    return container.bean(OutboxDelivery.class).next("test", 10);
  }

  @Test
  void keep_shouldReturnTheSame_whenRedelivered() {
    KeptMessage first = kept("ID:1", "a");
    assertThat(kept("ID:1", "a")).isEqualTo(first);
    assertThat(kept("ID:2", "a").id()).isNotEqualTo(first.id());
    assertThat(kept("ID:2", "a").digest()).isEqualTo(first.digest());
  }

  @Test
  void apply_shouldRegisterAndAnswer_inOneStep() {
    KeptMessage message = kept("ID:1", "a");
    apply(message, named("Müller"), true);

    assertThat(kept("ID:1", "a").settled()).isTrue();
    assertThat(journal.earlier(KEY).orElseThrow().digest()).isEqualTo(message.digest());
    assertThat(sent())
        .singleElement()
        .satisfies(
            answer -> {
              assertThat(answer.destination()).isEqualTo("reply.q");
              assertThat(answer.body()).isEqualTo("AA".getBytes(StandardCharsets.UTF_8));
              assertThat(answer.properties()).containsEntry("JMSCorrelationID", "corr");
            });
  }

  @Test
  void apply_shouldLeaveNothing_whenPatientIsUnknown() {
    KeptMessage message = kept("ID:1", "a");
    assertThatThrownBy(() -> apply(message, named("Müller"), false))
        .hasMessageContaining("EHR-2012");
    assertThat(kept("ID:1", "a").settled()).isFalse();
    assertThat(journal.earlier(KEY)).isEmpty();
    assertThat(sent()).isEmpty();
  }

  @Test
  void apply_shouldLeaveNothing_whenControlIdIsTakenMeanwhile() {
    KeptMessage first = kept("ID:1", "a");
    KeptMessage second = kept("ID:2", "a");
    apply(first, named("Müller"), true);
    assertThatThrownBy(() -> apply(second, named("Meier"), true)).isNotNull();
    assertThat(kept("ID:2", "a").settled()).isFalse();
    assertThat(sent()).hasSize(1);
  }

  @Test
  void apply_shouldChangeOnlyWhatIsSaid_whenKnown() {
    apply(kept("ID:1", "a"), named("Müller"), true);
    MessageFacts next =
        new MessageFacts(Optional.of(new MessageKey("HIS", "WARD", "2")), "ADT A08", "HOSPITAL-A");
    PatientChanges change =
        new PatientChanges(
            Change.keep(),
            Change.to("Änne"),
            Change.keep(),
            Change.to(AdministrativeSex.FEMALE),
            Change.keep(),
            Change.clear());
    journal.apply(kept("ID:2", "b"), next, NUMBER, change, false, answers("AA"));

    PatientFacts facts = onlyPatient();
    assertThat(facts.displayName()).isEqualTo("Änne Müller");
    assertThat(facts.birthDate()).isEqualTo("1970");
    assertThat(facts.number()).isEqualTo("4711");
    assertThat(facts.active()).isFalse();
    assertThat(facts.identity()).hasSize(16);
  }

  private PatientFacts onlyPatient() {
    try (var connection = container.dataSource().getConnection();
        var rows = connection.createStatement().executeQuery("select id from patient")) {
      assertThat(rows.next()).isTrue();
      PatientId id = PatientId.of(rows.getString(1));
      assertThat(rows.next()).isFalse();
      return patients.find(id).orElseThrow();
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void settle_shouldKeepRawBytes_whenRefused() throws Exception {
    KeptMessage message = kept("ID:1", "not HL7 ÿ");
    journal.settle(message, MessageFacts.NONE, Hl7State.REFUSED, "EHR-2101", answers("AR"));
    try (var connection = container.dataSource().getConnection();
        var rows =
            connection.createStatement().executeQuery("select content, state from hl7_message")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getBytes(1)).isEqualTo("not HL7 ÿ".getBytes(StandardCharsets.UTF_8));
      assertThat(rows.getString(2)).isEqualTo("REFUSED");
    }
  }

  @Test
  void settle_shouldNotTakeTheControlId_whenConflicting() {
    apply(kept("ID:1", "a"), named("Müller"), true);
    journal.settle(kept("ID:2", "b"), FACTS, Hl7State.CONFLICTING, "EHR-2103", answers("AE"));
    assertThat(journal.earlier(KEY).orElseThrow().digest()).isEqualTo(kept("ID:1", "a").digest());
  }

  @Test
  void settle_shouldSendBothInOrder_whenEnhanced() {
    Answers both = new Answers(Optional.of(new byte[] {1}), Optional.of(new byte[] {2}));
    journal.settle(kept("ID:1", "a"), FACTS, Hl7State.REFUSED, "EHR-2115", both);
    assertThat(sent())
        .extracting(WaitingMessage::body)
        .containsExactly(new byte[] {1}, new byte[] {2});
    assertThat(sent()).isNotNull();
  }

  @Test
  void settle_shouldKeepAMebibyte_whenMessageIsLarge() {
    byte[] content = new byte[ArrivedMessage.LIMIT];
    KeptMessage message =
        journal.keep(new ArrivedMessage(Optional.empty(), "", "", true, content, content.length));
    journal.settle(message, MessageFacts.NONE, Hl7State.REFUSED, "EHR-2101", answers("AR"));
    assertThat(sent())
        .singleElement()
        .satisfies(
            answer -> {
              assertThat(answer.destination()).isEqualTo("epione.hl7.out");
              assertThat(answer.properties())
                  .containsOnlyKeys("epione_as_text", "epione_most_attempts");
            });
  }
}

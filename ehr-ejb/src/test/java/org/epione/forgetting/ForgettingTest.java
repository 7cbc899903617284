package org.epione.forgetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.epione.account.boundary.AccountState;
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.Sessions;
import org.epione.account.boundary.SignedIn;
import org.epione.crypto.CryptoSuite;
import org.epione.custody.boundary.PersonKeys;
import org.epione.enrolment.boundary.PatientRegistry;
import org.epione.forgetting.boundary.ErasedView;
import org.epione.forgetting.boundary.ForgettingDesk;
import org.epione.forgetting.boundary.ForgettingRelease;
import org.epione.forgetting.boundary.ForgettingState;
import org.epione.forgetting.boundary.ForgettingView;
import org.epione.forgetting.boundary.LegalHoldView;
import org.epione.forgetting.boundary.OwnForgetting;
import org.epione.forgetting.boundary.OwnForgettingView;
import org.epione.forgetting.control.DestructionSteps;
import org.epione.ledger.forgetting.CertificateCheck;
import org.epione.ledger.forgetting.CertificateFile;
import org.epione.ledger.transparency.NoteKey;
import org.epione.party.boundary.Parties;
import org.epione.party.boundary.Post;
import org.epione.platform.erasure.Erased;
import org.epione.platform.erasure.PatientErasure;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;
import org.epione.recovery.Ward;
import org.epione.testing.DatabaseDump;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A patient is forgotten, and who tries to prevent it, to hasten it, or to open what is gone. */
class ForgettingTest {

  private static final String REASON = "Proceedings 12 C 345/26";

  private Registry registry;
  private Ward ward;

  @BeforeEach
  void open() throws Exception {
    registry = new Registry();
    ward = registry.ward;
  }

  @AfterEach
  void close() {
    registry.close();
  }

  @Test
  void patient_shouldBeForgotten_onceTwoPeopleAgreed() throws Exception {
    registry.ask(registry.anna);
    ForgettingView asked = registry.only();
    assertThat(asked.state()).isEqualTo(ForgettingState.ASKED);
    assertThat(asked.byPatient()).isTrue();
    assertThat(asked.number()).isEqualTo("4711-A");
    assertThat(waiting()).isEqualTo(1);
    registry.examine();
    assertThat(registry.only().examinedBy()).isEqualTo("Dr. registrar");
    assertThat(toRelease()).isEqualTo(1);
    registry.release();
    assertThat(registry.only().state()).isEqualTo(ForgettingState.RELEASED);
    registry.run();

    ForgettingView done = registry.only();
    assertThat(done.state()).isEqualTo(ForgettingState.FORGOTTEN);
    assertThat(done.steps()).extracting(ErasedView::what).containsExactly(Erased.values());
    assertThat(done.done()).isEqualTo(Erased.values().length);
    assertThat(done.receipt()).isPresent();
    assertThat(done.decidedBy()).isEqualTo("Dr. administrator");
    assertThat(List.of(done.name(), done.number(), done.reason(), done.finding(), done.answer()))
        .containsOnly("");
    assertThat(ward.wire.rejected).isEmpty();
    assertThat(account().state()).isEqualTo(AccountState.FORGOTTEN);
    refused(
        ErrorCode.NOT_FOUND,
        () ->
            ward.as(
                ward.registrar, () -> ward.bean(PatientRegistry.class).patient(registry.annaId)));
  }

  /** With the whole database as it is then, all server keys, and the patient's right password. */
  @Test
  void thief_shouldFindNothingToOpen() throws Exception {
    registry.message("4711-A", Registry.FAMILY);
    String anna = registry.anna.account().toString();
    byte[] wrapped = registry.bytes("wrapped_keys", "person_key", "account = '" + anna + "'");
    byte[] personKey =
        registry.bytes("wrapped_person_key", "person_key", "account = '" + anna + "'");
    byte[] first =
        registry.bytes("sealed_share", "recovery_hospital_share", "account = '" + anna + "'");
    byte[] second =
        registry.bytes("sealed_share", "recovery_second_share", "id like '%" + anna + "'");
    assertThat(registry.count("emergency_share where id like '%" + anna + "'")).isEqualTo(2);
    SignedIn session = ward.session(registry.anna);

    registry.forget(registry.anna);

    byte[] dump = DatabaseDump.of(ward.container);
    for (byte[] gone :
        List.of(
            wrapped,
            personKey,
            first,
            second,
            text(Registry.FAMILY),
            text("4711-A"),
            text("1980-02-03"),
            text("anna.q"),
            text("Elm Street 1|"),
            text("+1 555 0100 4711-A"))) {
      assertThat(DatabaseDump.contains(dump, gone))
          .as("%s", new String(gone, StandardCharsets.UTF_8))
          .isFalse();
    }
    assertThat(DatabaseDump.contains(dump, text("Otherman"))).isTrue();
    assertThat(registry.count("emergency_share where id like '%" + anna + "'")).isZero();
    assertThat(registry.count("recovery_second_share where id like '%" + anna + "'")).isZero();
    assertThat(ward.bean(Sessions.class).use(session.keys())).isFalse();
    assertThat(ward.bean(PersonKeys.class).isOpen(session.keys())).isFalse();
    assertThat(ward.signsIn(registry.anna, Ward.OLD)).isFalse();
    refused(
        ErrorCode.NOT_FOUND,
        () -> ward.bean(PersonKeys.class).open(registry.anna.account(), Registry.password()));
    ward.ask("anna.q");
    assertThat(ward.requests(ward.registrar)).isEmpty();
  }

  @Test
  void otherPatient_shouldLoseNothing() throws Exception {
    registry.message("4711-A", Registry.FAMILY);
    registry.message("4711-B", "Otherman");
    String bert = registry.bert.account().toString();
    Map<String, List<String>> before = registry.rowsWith(bert);
    Map<String, List<String>> named = registry.rowsWith("Otherman");
    assertThat(before).containsKeys("person_key", "recovery_hospital_share", "emergency_share");

    registry.forget(registry.anna);

    assertThat(registry.rowsWith(bert)).isEqualTo(before);
    assertThat(registry.rowsWith("Otherman")).isEqualTo(named);
    assertThat(registry.count("hl7_message where length(content) = 0")).isEqualTo(1);
    assertThat(ward.signsIn(registry.bert, Ward.OLD)).isTrue();
  }

  @Test
  void oneAlone_shouldNotDo() throws Exception {
    registry.ask(registry.anna);
    refused(ErrorCode.FORGETTING_MOVED_ON, registry::release);
    registry.examine();
    refused(ErrorCode.FORGETTING_MOVED_ON, registry::examine);
    for (String column : List.of("examined_by", "started_by")) {
      registry.execute(
          "update forgetting_case set " + column + " = '" + ward.administrator.account() + "'");
      refused(ErrorCode.FORGETTING_OWN, registry::release);
      registry.execute(
          "update forgetting_case set " + column + " = '" + ward.registrar.account() + "'");
    }
    String id = registry.only().id();
    refused(
        ErrorCode.WRONG_PASSWORD,
        () ->
            registry.act(
                ward.administrator,
                () ->
                    ward.bean(ForgettingRelease.class)
                        .release(id, "Nothing against", "not the password".toCharArray())));
    assertThatThrownBy(
            () ->
                registry.act(
                    ward.registrar,
                    () ->
                        ward.bean(ForgettingRelease.class)
                            .release(id, "Nothing against", Registry.password())))
        .isInstanceOf(jakarta.ejb.EJBAccessException.class);
    refused(
        ErrorCode.NOT_FOUND,
        () ->
            registry.act(
                ward.stranger,
                () -> ward.bean(ForgettingDesk.class).refuse(id, "Of another hospital")));
    registry.run();
    assertThat(ward.signsIn(registry.anna, Ward.OLD)).isTrue();
    registry.release();
  }

  @Test
  void legalHold_shouldWin() throws Exception {
    registry.ask(registry.anna);
    registry.examine();
    hold(Duration.ofDays(30));
    LegalHoldView hold = holds().get(0);
    assertThat(hold.holds()).isTrue();
    assertThat(hold.reason()).isEqualTo(REASON);
    assertThat(hold.number()).isEqualTo("4711-A");
    assertThat(registry.only().held()).isTrue();
    refused(ErrorCode.LEGAL_HOLD, registry::release);
    registry.later(Duration.ofDays(29));
    refused(ErrorCode.LEGAL_HOLD, registry::release);

    registry.act(
        ward.administrator,
        () -> ward.bean(ForgettingRelease.class).lift(hold.id(), Registry.password()));
    assertThat(registry.only().held()).isFalse();
    registry.release();
    refused(ErrorCode.FORGETTING_UNDER_WAY, () -> hold(Duration.ofDays(30)));
    registry.run();
    assertThat(registry.only().state()).isEqualTo(ForgettingState.FORGOTTEN);
    assertThat(holds()).as("the reason named her").isEmpty();
  }

  @Test
  void legalHold_shouldEndByItself_andBeOfReasonableLength() throws Exception {
    for (Duration wrong : List.of(Duration.ZERO, Duration.ofDays(-1), Duration.ofDays(4000))) {
      refused(ErrorCode.LEGAL_HOLD_DATES, () -> hold(wrong));
    }
    refused(ErrorCode.NOT_FOUND, () -> hold("no such number", Duration.ofDays(1)));
    hold(Duration.ofDays(30));
    registry.later(Duration.ofDays(31));
    registry.forget(registry.anna);
    assertThat(registry.only().state()).isEqualTo(ForgettingState.FORGOTTEN);
  }

  @Test
  void patient_shouldTakeItBack_untilSomebodyReleases() throws Exception {
    registry.ask(registry.anna);
    refused(ErrorCode.FORGETTING_ASKED, () -> registry.ask(registry.anna));
    registry.examine();
    takeBack();
    assertThat(mine().state()).isEqualTo(ForgettingState.TAKEN_BACK);
    refused(ErrorCode.FORGETTING_MOVED_ON, registry::release);
    refused(ErrorCode.FORGETTING_MOVED_ON, this::takeBack);

    registry.later(Duration.ofMinutes(1));
    registry.released(registry.anna);
    refused(ErrorCode.NOT_SIGNED_IN, this::takeBack);
  }

  @Test
  void release_shouldWait_forTheTimeToTakeItBack() throws Exception {
    ward.container.setting("epione.forgetting.days", "7");
    registry.ask(registry.anna);
    registry.examine();
    registry.later(Duration.ofDays(6));
    refused(ErrorCode.FORGETTING_TOO_EARLY, registry::release);
    registry.later(Duration.ofDays(1));
    registry.release();
  }

  @Test
  void hospital_shouldStartIt_onAWrittenRequest_orRefuse() throws Exception {
    start();
    ForgettingView started = registry.only();
    assertThat(started.byPatient()).isFalse();
    assertThat(started.startedBy()).isEqualTo("Dr. registrar");
    assertThat(started.reason()).isEqualTo("Letter of 2026-11-01");
    assertThat(mine().state()).as("she sees it").isEqualTo(ForgettingState.ASKED);
    registry.act(
        ward.registrar,
        () -> ward.bean(ForgettingDesk.class).refuse(started.id(), "The letter is not hers"));
    assertThat(mine().state()).isEqualTo(ForgettingState.REFUSED);
    assertThat(mine().answer()).isEqualTo("The letter is not hers");

    registry.later(Duration.ofMinutes(1));
    start();
    registry.examine();
    registry.release();
    registry.run();
    assertThat(registry.certificate()).contains(" in writing");
  }

  @Test
  void destruction_shouldGoOn_whereverTheServerDied() throws Exception {
    registry.released(registry.anna);
    String id = registry.only().id();
    for (int step = 1; step < Erased.values().length; step++) {
      long done = registry.count("forgetting_step");
      assertThatThrownBy(
              () ->
                  ward.container.inTransaction(
                      () -> {
                        ward.bean(org.epione.forgetting.control.Killed.class).next(id);
                        throw new IllegalStateException("killed");
                      }))
          .hasMessageContaining("killed");
      assertThat(registry.count("forgetting_step")).isEqualTo(done);
      ward.container.restart();
      assertThat(ward.bean(DestructionSteps.class).next(id)).isTrue();
      assertThat(registry.only().done()).isEqualTo(done + 1);
    }
    assertThat(ward.bean(DestructionSteps.class).next(id)).isFalse();
    assertThat(registry.only().state()).as("no receipt yet").isEqualTo(ForgettingState.RELEASED);
    refused(ErrorCode.CERTIFICATE_WAITS, registry::certificate);
    ward.wire.deliverAll();
    registry.run();
    assertThat(registry.only().state()).isEqualTo(ForgettingState.FORGOTTEN);
  }

  @Test
  void messages_shouldChangeNothing_howeverOftenTheyCome() throws Exception {
    ward.wire.copies = 3;
    registry.forget(registry.anna);
    String certificate = registry.certificate();
    ward.wire.repeatAllBackwards();
    registry.run();

    assertThat(registry.certificate()).isEqualTo(certificate);
    assertThat(registry.count("forgetting_order")).isEqualTo(1);
    assertThat(
            registry.count(
                "recovery_second_share where id like '%" + registry.anna.account() + "'"))
        .isZero();
    assertThat(ward.wire.rejected).isEmpty();
  }

  @Test
  void shares_shouldNotBeTaken_whenTheyComeAfterTheOrder() throws Exception {
    ward.wire.heldBack.addAll(List.of("recovery.deposited", "emergency.deposited"));
    SignedIn session = ward.session(registry.anna);
    ward.bean(Accounts.class)
        .changePassword(session.keys(), Registry.password(), Ward.NEW.toCharArray());
    ward.wire.deliverAll();
    ward.wire.heldBack.clear();
    registry.act(registry.anna, () -> ward.bean(OwnForgetting.class).ask(Ward.NEW.toCharArray()));
    registry.examine();
    registry.release();
    registry.run();
    List<org.epione.outbox.boundary.WaitingMessage> all = ward.wire.carried();
    all.stream()
        .filter(each -> String.valueOf(each.properties().get("epione_type")).endsWith("deposited"))
        .forEach(ward.wire::deliver);

    String anna = registry.anna.account().toString();
    assertThat(ward.wire.rejected).isEmpty();
    assertThat(registry.count("recovery_second_share where id like '%" + anna + "'")).isZero();
    assertThat(registry.count("emergency_share where id like '%" + anna + "'")).isZero();
  }

  @Test
  void hospital_shouldNotDestroyWhatIsAnothers() throws Exception {
    registry.released(registry.anna);
    registry.run();
    byte[] order = ward.wire.payloads("forgetting.order").get(0);
    byte[] receipt = ward.wire.payloads("forgetting.destroyed").get(0);
    String bert = registry.bert.account().toString();
    byte[] ofBert =
        new String(order, StandardCharsets.ISO_8859_1)
            .replace(registry.anna.account().toString(), bert)
            .getBytes(StandardCharsets.ISO_8859_1);

    send(Ward.B, PartyCode.SYSTEM_MANAGER, "forgetting.order", ofBert);
    assertThat(registry.count("recovery_second_share where id like '%" + bert + "'")).isEqualTo(1);
    assertThat(registry.count("emergency_share where id like '%" + bert + "'")).isEqualTo(2);
    assertThat(ward.wire.rejected).as("B got an answer to what it did not order here").hasSize(1);
    send(Ward.B, Ward.A, "forgetting.destroyed", receipt);
    assertThat(ward.wire.rejected).contains("Only the system manager says this.");
    send(Ward.A, Ward.B, "forgetting.order", order);
    assertThat(ward.wire.rejected).contains("This is for the system manager.");
  }

  @Test
  void certificate_shouldSayWhatWasDestroyed_andNameNobody() throws Exception {
    registry.forget(registry.anna);
    String file = registry.certificate();

    assertThat(file)
        .contains("Number:      " + registry.only().id())
        .contains("by the patient")
        .contains("key pairs, and what wraps them")
        .contains("re-encryption keys")
        .contains("-----BEGIN EPIONE CERTIFICATE OF FORGETTING-----")
        .doesNotContain(Registry.FAMILY)
        .doesNotContain("4711")
        .doesNotContain("registrar,")
        .doesNotContain("Dr. ");
    refused(
        ErrorCode.NOT_FOUND,
        () ->
            ward.as(
                ward.stranger,
                () -> ward.bean(ForgettingDesk.class).certificate(registry.only().id())));
  }

  /** By whoever has the file and the two published keys, as this version makes it. */
  @Test
  void certificate_shouldBeBelieved_onceAllStepsAreDone() throws Exception {
    registry.forget(registry.anna);
    CertificateFile file =
        CertificateFile.read(registry.certificate().getBytes(StandardCharsets.UTF_8));

    assertThat(file.genuineText()).isTrue();
    assertThat(
            new CertificateCheck(ward.bean(CryptoSuite.class).ed25519())
                .fault(file.certificate(), key(Ward.A), key(PartyCode.SYSTEM_MANAGER)))
        .isEmpty();
  }

  private NoteKey key(PartyCode party) {
    return NoteKey.of(
        ward.bean(Parties.class).certificate(party).orElseThrow().identity(), NoteKey.Role.LOG);
  }

  @Test
  void eachKindOfData_shouldBeDestroyedByOneBean() {
    List<Erased> destroyed =
        ward.container.all(PatientErasure.class).stream().map(PatientErasure::what).toList();

    assertThat(destroyed).containsExactlyInAnyOrder(Erased.values());
  }

  private void start() throws Exception {
    registry.act(
        ward.registrar,
        () ->
            ward.bean(ForgettingDesk.class)
                .start(registry.annaId, "Letter of 2026-11-01", Registry.password()));
  }

  private void hold(Duration time) throws Exception {
    hold("4711-A", time);
  }

  private void hold(String number, Duration time) throws Exception {
    registry.act(
        ward.administrator,
        () ->
            ward.bean(ForgettingRelease.class)
                .hold(
                    number,
                    REASON,
                    ward.container.clock().instant().plus(time),
                    Registry.password()));
  }

  private List<LegalHoldView> holds() throws Exception {
    return ward.as(ward.administrator, () -> ward.bean(ForgettingRelease.class).holds());
  }

  private void takeBack() throws Exception {
    registry.act(registry.anna, () -> ward.bean(OwnForgetting.class).takeBack());
  }

  private OwnForgettingView mine() throws Exception {
    return ward.as(registry.anna, () -> ward.bean(OwnForgetting.class).mine()).orElseThrow();
  }

  private long waiting() throws Exception {
    return ward.as(ward.registrar, () -> ward.bean(ForgettingDesk.class).waiting());
  }

  private long toRelease() throws Exception {
    return ward.as(ward.administrator, () -> ward.bean(ForgettingRelease.class).waiting());
  }

  private org.epione.account.boundary.AccountView account() {
    return ward.bean(Accounts.class).find(registry.anna.account()).orElseThrow();
  }

  private void send(PartyCode from, PartyCode to, String type, byte[] payload) {
    ward.container.inTransaction(
        () -> ward.bean(Post.class).send(from, to, type, payload, Optional.empty()));
    ward.wire.deliverAll();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void refused(ErrorCode code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}

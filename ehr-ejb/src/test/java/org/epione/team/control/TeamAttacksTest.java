package org.epione.team.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.epione.chain.boundary.ChainSubmission;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.crypto.signature.BlsSignature;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.Will;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.ledger.record.CreditRulesBody;
import org.epione.ledger.rules.CreditRules;
import org.epione.party.boundary.Post;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.team.Clinic;
import org.epione.team.Clinic.Person;
import org.epione.team.Treatment;
import org.epione.team.boundary.EpisodeView;
import org.epione.team.boundary.PartFault;
import org.epione.team.boundary.RefusalView;
import org.epione.team.boundary.SignedPart;
import org.epione.team.boundary.SigningView;
import org.epione.team.boundary.Turns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Attacks on an episode that goes on: each is carried out, and none changes anything. */
class TeamAttacksTest {

  @TempDir private Path home;
  private Clinic clinic;
  private Treatment treatment;
  private String id;

  @BeforeEach
  void open() throws Exception {
    clinic = new Clinic(home, 4);
    treatment = new Treatment(clinic);
    id =
        treatment.open(
            clinic.doctors.subList(0, 3).stream().map(each -> each.account().toString()).toList());
    treatment.authorise(id);
  }

  @AfterEach
  void close() {
    clinic.close();
  }

  private static void refused(ErrorCode code, Executable act) {
    assertThatThrownBy(act::execute)
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith(code.code());
  }

  /** The hospital's own server sends this, as if it were compromised. */
  private void send(PartyCode from, String type, byte[] payload) {
    clinic.container.inTransaction(
        () -> clinic.bean(Post.class).send(from, Clinic.HOSPITAL, type, payload, Optional.empty()));
    clinic.wire.deliverAll();
  }

  private List<SignedPart> parts() {
    return clinic.container.transaction(
        () -> clinic.bean(EpisodeStore.class).parts(id).stream().map(HandOver::of).toList());
  }

  private void rejectedAs(PartFault fault) throws Exception {
    assertThat(clinic.wire.rejected).last().asString().endsWith(fault.name());
    assertThat(treatment.episode(id).refusals())
        .extracting(RefusalView::reason)
        .endsWith(fault.name());
  }

  @Test
  void open_shouldBeDenied_whenItIsNotTheDoctorsTurn() throws Exception {
    refused(ErrorCode.NOT_YOUR_TURN, () -> treatment.read(id, 2));
    treatment.sign(id, 1, "one");
    refused(ErrorCode.NOT_YOUR_TURN, () -> treatment.read(id, 1));
  }

  @Test
  void open_shouldBeDenied_whenTheDoctorIsNotOfTheTeam() {
    refused(ErrorCode.ACCESS_DENIED, () -> treatment.read(id, 4));
  }

  @Test
  void open_shouldBeRefused_whenTheWarrantHasEnded() {
    clinic.later(Duration.ofDays(31));
    refused(ErrorCode.WARRANT_MISSING, () -> treatment.read(id, 1));
  }

  @Test
  void open_shouldBeRefused_whenTheKeysAreAnothersSession() {
    Person doctor = clinic.doctors.get(0);
    refused(
        ErrorCode.KEYS_OF_ANOTHER,
        () ->
            clinic.as(
                doctor,
                () ->
                    clinic.bean(Turns.class).open(clinic.doctors.get(1).keys().orElseThrow(), id)));
  }

  @Test
  void open_shouldBeRefused_whenADoctorWasExpelled() throws Exception {
    CreditRules strict = new CreditRules(101, 101, 200, 10, 1);
    clinic.container.inTransaction(
        () ->
            clinic
                .bean(ChainSubmission.class)
                .submit(
                    PartyCode.SYSTEM_MANAGER,
                    Clinic.HOSPITAL,
                    clinic.signed(
                        PartyCode.SYSTEM_MANAGER,
                        clinic.pid(Clinic.HOSPITAL),
                        new CreditRulesBody(strict))));
    clinic.wire.deliverAll();
    refused(ErrorCode.DOCTOR_EXPELLED, () -> treatment.read(id, 1));
    refused(ErrorCode.TEAM_INVALID, () -> treatment.open());
  }

  @Test
  void sign_shouldChangeNothing_whenThePasswordIsWrong() {
    Person doctor = clinic.doctors.get(0);
    assertThatThrownBy(
            () ->
                clinic.as(
                    doctor,
                    () -> {
                      Turns turns = clinic.bean(Turns.class);
                      SigningView shown =
                          turns.prepare(doctor.keys().orElseThrow(), id, 1, 0, "one");
                      turns.sign(
                          doctor.keys().orElseThrow(),
                          id,
                          1,
                          shown.contentDigest(),
                          "wrong password!".toCharArray());
                      return null;
                    }))
        .isInstanceOf(WrongPasswordException.class);
    assertThat(parts()).isEmpty();
  }

  @Test
  void sign_shouldBeRefused_whenTheTextIsNotTheOneShown() throws Exception {
    Person doctor = clinic.doctors.get(0);
    Turns turns = clinic.bean(Turns.class);
    SigningView shown =
        clinic.as(doctor, () -> turns.prepare(doctor.keys().orElseThrow(), id, 1, 0, "benign"));
    clinic.as(
        doctor,
        () -> {
          turns.saveDraft(doctor.keys().orElseThrow(), id, 1, 1, "malignant");
          return null;
        });
    refused(
        ErrorCode.NOT_WHAT_WAS_SHOWN,
        () ->
            clinic.as(
                doctor,
                () -> {
                  turns.sign(
                      doctor.keys().orElseThrow(),
                      id,
                      1,
                      shown.contentDigest(),
                      "correct horse battery".toCharArray());
                  return null;
                }));
  }

  @Test
  void sign_shouldBeRefused_whenItIsDoneTwice() throws Exception {
    treatment.signOnly(id, 1, "one");
    refused(ErrorCode.NOT_YOUR_TURN, () -> treatment.signOnly(id, 1, "one"));
    clinic.wire.deliverAll();
    assertThat(parts()).hasSize(1);
  }

  @Test
  void sign_shouldBeRefused_whenTheClockIsBehindWhatWasSigned() throws Exception {
    treatment.sign(id, 1, "one");
    clinic.container.clock().advance(Duration.ofMinutes(-30));
    assertThatThrownBy(() -> treatment.signOnly(id, 2, "two")).isInstanceOf(RefusedException.class);
    assertThat(parts()).hasSize(1);
  }

  @Test
  void turn_shouldBeRejected_whenADoctorIsSkipped() throws Exception {
    treatment.sign(id, 1, "one");
    List<SignedPart> first = parts();
    // The third doctor, in league with the server, signs in the second's place.
    SignedPart forged = partOf(first, 3, 2);
    send(
        Clinic.HOSPITAL,
        TurnMessage.TYPE,
        new TurnMessage(ByteString.ofHex(id), 1, 3, 3, List.of(first.get(0), forged)).encode());
    rejectedAs(PartFault.FALSE_SIGNATURE);
    assertThat(treatment.inbox(3)).isEmpty();
    treatment.sign(id, 2, "two");
    assertThat(treatment.inbox(3)).hasSize(1);
  }

  /** A part for {@code place}, signed by the doctor at {@code signer}. */
  private SignedPart partOf(List<SignedPart> before, int signer, int place) throws Exception {
    Statement last = Statement.decode(before.get(before.size() - 1).statement().bytes());
    Statement statement =
        new Statement(
            last.episode(),
            last.patient(),
            last.signers(),
            place,
            clinic.container.clock().instant(),
            last.content(),
            Optional.of(last.digest()));
    PersonKeys keys = clinic.bean(PersonKeys.class);
    AccountId account = clinic.doctors.get(signer - 1).account();
    BlsSignature aggregate;
    try (Will will = keys.will(account, Clinic.PASSWORD)) {
      aggregate =
          will.addTeamSignature(
              keys.publicKeys(account).signing().orElseThrow(),
              Optional.of(
                  TeamFixture.SUITE
                      .bls()
                      .decodeSignature(before.get(before.size() - 1).aggregate().bytes())),
              statement);
    }
    return new SignedPart(
        ByteString.of(statement.encode()),
        ByteString.of(aggregate.encode()),
        ByteString.of(new byte[40]));
  }

  @Test
  void turn_shouldBeRejected_whenThePartsComeInAnotherOrder() throws Exception {
    treatment.sign(id, 1, "one");
    treatment.sign(id, 2, "two");
    List<SignedPart> both = parts();
    send(
        Clinic.HOSPITAL,
        TurnMessage.TYPE,
        new TurnMessage(ByteString.ofHex(id), 1, 4, 3, List.of(both.get(1), both.get(0))).encode());
    rejectedAs(PartFault.WRONG_ORDER);
  }

  @Test
  void turn_shouldBeRejected_whenAnOldOneIsReplayedAsANewStep() throws Exception {
    treatment.sign(id, 1, "one");
    treatment.sendBack(id, 2, "again");
    List<SignedPart> none = parts();
    assertThat(none).isEmpty();
    TurnMessage old =
        clinic.wire.payloads(TurnMessage.TYPE).stream()
            .map(TurnMessage::decode)
            .filter(message -> message.position() == 2)
            .findFirst()
            .orElseThrow();
    send(
        Clinic.HOSPITAL,
        TurnMessage.TYPE,
        new TurnMessage(old.episode(), 1, 4, 2, old.parts()).encode());
    rejectedAs(PartFault.STALE_TIME);
    assertThat(treatment.inbox(2)).isEmpty();
    assertThat(treatment.inbox(1)).hasSize(1);
  }

  @Test
  void turn_shouldChangeNothing_whenAnOldOneIsSentInANewEnvelope() throws Exception {
    treatment.sign(id, 1, "one");
    byte[] old = clinic.wire.payloads(TurnMessage.TYPE).get(1);
    treatment.sign(id, 2, "two");
    EpisodeView before = treatment.episode(id);
    send(Clinic.HOSPITAL, TurnMessage.TYPE, old);
    assertThat(treatment.episode(id)).isEqualTo(before);
    assertThat(treatment.inbox(2)).isEmpty();
  }

  @Test
  void turn_shouldBeRejected_whenAStepIsAnnouncedTooEarly() throws Exception {
    send(
        Clinic.HOSPITAL,
        TurnMessage.TYPE,
        new TurnMessage(ByteString.ofHex(id), 1, 9, 1, List.of()).encode());
    rejectedAs(PartFault.WRONG_STEP);
  }

  @Test
  void messages_shouldBeRejected_whenTheyComeFromAnotherParty() throws Exception {
    treatment.sign(id, 1, "one");
    EpisodeView before = treatment.episode(id);
    for (String type : List.of(TurnMessage.TYPE, ReturnMessage.TYPE, InvitationMessage.TYPE)) {
      send(
          PartyCode.CLOUD,
          type,
          new TurnMessage(ByteString.ofHex(id), 1, 3, 3, List.of(parts().get(0), parts().get(0)))
              .encode());
    }
    assertThat(clinic.wire.rejected).hasSize(3);
    assertThat(treatment.episode(id)).isEqualTo(before);
  }

  @Test
  void messages_shouldBeRejected_whenTheyAreTruncatedOrHostile() throws Exception {
    treatment.sign(id, 1, "one");
    EpisodeView before = treatment.episode(id);
    byte[] turn =
        new TurnMessage(ByteString.ofHex(id), 1, 3, 3, List.of(parts().get(0), parts().get(0)))
            .encode();
    for (int length = 0; length < turn.length; length += 97) {
      send(Clinic.HOSPITAL, TurnMessage.TYPE, Arrays.copyOf(turn, length));
    }
    byte[] noise = TeamFixture.SUITE.random().bytes(500);
    for (String type : List.of(TurnMessage.TYPE, ReturnMessage.TYPE, InvitationMessage.TYPE)) {
      send(Clinic.HOSPITAL, type, noise);
    }
    assertThat(clinic.wire.rejected).hasSize(turn.length / 97 + 1 + 3);
    assertThat(treatment.episode(id)).isEqualTo(before);
    treatment.sign(id, 2, "two");
  }

  @Test
  void sendBack_shouldBeRejected_whenNobodyHasSignedAtThatPlace() throws Exception {
    treatment.sign(id, 1, "one");
    send(
        Clinic.HOSPITAL,
        ReturnMessage.TYPE,
        new ReturnMessage(ByteString.ofHex(id), 1, 3, 2, ByteString.of(new byte[40])).encode());
    rejectedAs(PartFault.WRONG_ORDER);
    assertThat(parts()).hasSize(1);
  }

  @Test
  void sendBack_shouldBeRefused_whenItIsNotToADoctorBefore() throws Exception {
    treatment.sign(id, 1, "one");
    refused(ErrorCode.NOT_BEFORE_YOU, () -> treatment.sendBack(id, 2, 2, "why"));
    refused(ErrorCode.NOT_BEFORE_YOU, () -> treatment.sendBack(id, 2, 0, "why"));
    refused(ErrorCode.NOT_BEFORE_YOU, () -> treatment.sendBack(id, 2, 3, "why"));
    assertThat(parts()).hasSize(1);
  }

  /** The old signatures are true ones; what they were part of is not there any more. */
  @Test
  void turn_shouldBeRejected_whenVoidSignaturesAreReplayedAfterAReturn() throws Exception {
    treatment.sign(id, 1, "one");
    treatment.sign(id, 2, "two");
    List<SignedPart> old = parts();
    treatment.sendBack(id, 3, 1, "begin again");
    assertThat(parts()).isEmpty();
    replay(old.subList(0, 1), 5);
    rejectedAs(PartFault.STALE_TIME);
    replay(old, 5);
    rejectedAs(PartFault.WRONG_ORDER);

    treatment.sign(id, 1, "one again");
    replay(List.of(parts().get(0), old.get(1)), 6);
    rejectedAs(PartFault.BROKEN_LINK);
    replay(old, 6);
    rejectedAs(PartFault.BROKEN_LINK);
    assertThat(parts()).hasSize(1);
    treatment.sign(id, 2, "two again");
    treatment.sign(id, 3, "three");
    assertThat(treatment.episode(id).state()).isEqualTo("FINAL");
  }

  private void replay(List<SignedPart> parts, int step) throws Exception {
    send(
        Clinic.HOSPITAL,
        TurnMessage.TYPE,
        new TurnMessage(ByteString.ofHex(id), 1, step, parts.size() + 1, parts).encode());
  }

  @Test
  void sendBack_shouldBeRefused_whenNobodyIsBefore() {
    refused(ErrorCode.NOBODY_BEFORE, () -> treatment.sendBack(id, 1, "why"));
  }

  @Test
  void open_shouldBeRefusedAndNoted_whenAStoredPartWasAltered() throws Exception {
    treatment.sign(id, 1, "one");
    try (var connection = clinic.container.dataSource().getConnection();
        var statement =
            connection.prepareStatement("update team_part set sealed_text = ? where id = ?")) {
      statement.setBytes(1, new byte[] {1, 2, 3});
      statement.setString(2, id + "-1");
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
    refused(ErrorCode.PARTS_INVALID, () -> treatment.read(id, 2));
    assertThat(treatment.episode(id).refusals())
        .extracting(RefusalView::reason)
        .containsExactly(PartFault.ALTERED_TEXT.name());
  }

  @Test
  void open_shouldBeRefused_whenTheBriefingIsAnothersOrAltered() throws Exception {
    try (var connection = clinic.container.dataSource().getConnection();
        var statement =
            connection.prepareStatement(
                "update team_member set sealed_briefing ="
                    + " (select sealed_briefing from team_member where id = ?) where id = ?")) {
      statement.setString(1, id + "-2-1");
      statement.setString(2, id + "-1-1");
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
    refused(ErrorCode.GROUP_KEY_UNUSABLE, () -> treatment.read(id, 1));
  }

  @Test
  void open_shouldBeRefused_whenTheHospitalConfirmedAnotherKey() throws Exception {
    try (var connection = clinic.container.dataSource().getConnection();
        var statement =
            connection.prepareStatement(
                "update team_member set expected_confirmation = ? where id = ?")) {
      statement.setBytes(1, new byte[32]);
      statement.setString(2, id + "-1-1");
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
    refused(ErrorCode.GROUP_KEY_UNUSABLE, () -> treatment.read(id, 1));
  }
}

package org.epione.ledger.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.identity.PartyKind;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.OpinionAcceptedBody;
import org.epione.ledger.world.Doctor;
import org.epione.ledger.world.Expulsion;
import org.epione.ledger.world.GrowingChain;
import org.epione.ledger.world.Party;
import org.epione.ledger.world.Treatment;
import org.epione.ledger.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A doctor of another hospital within a team: only with her own agreement, under certificates that
 * lead to the system manager, and by the patient's warrant.
 */
class OpinionTest {

  private final World world = new World("second opinions");
  private final RecordRules rules = world.hospitalRules();
  private final GrowingChain chain = GrowingChain.founded(world);
  private final List<Doctor> team = world.doctors().subList(0, 2);
  private final Doctor visitor = world.foreign();
  private final Treatment treatment = new Treatment(world, team);
  private final List<Statement> statements = new ArrayList<>();

  @BeforeEach
  void open() {
    chain.add(treatment.opened());
  }

  private Optional<RejectionReason> check(LedgerRecord record) {
    return rules.check(chain.state(), record, world.now());
  }

  private void later() {
    world.clock().move(Duration.ofSeconds(1));
  }

  private void add(LedgerRecord record) {
    assertThat(check(record)).isEmpty();
    chain.add(record);
    later();
  }

  private void says(List<Doctor> order) {
    later();
    statements.add(treatment.statement(statements, order, world.now()));
  }

  private LedgerRecord accepted(Doctor signer, Doctor named, PartyCertificate hospital) {
    return world.by(
        signer,
        new OpinionAcceptedBody(
            treatment.episode(),
            named.certificate(),
            hospital,
            Digest.of(world.suite().random().bytes(32))));
  }

  @Test
  void diagnosis_shouldCount_whenTheDoctorBetweenIsOfAnotherHospital() {
    says(team);
    add(treatment.accepted(visitor));
    add(treatment.changed(2, 1, List.of(visitor, team.get(1))));
    List<Doctor> order = List.of(team.get(0), visitor, team.get(1));
    says(order);
    says(order);

    LedgerRecord diagnosis =
        world.by(
            team.get(1),
            treatment.diagnosisBody(statements, treatment.aggregate(order, statements)));
    assertThat(check(diagnosis)).isEmpty();
    int points = chain.state().credit().of(visitor.pid()).orElseThrow().points();
    chain.add(diagnosis);
    // The record is of the doctor who signed last, for better and worse.
    assertThat(chain.state().credit().of(visitor.pid()).orElseThrow().points()).isEqualTo(points);
    assertThat(ChainState.decode(chain.state().encode()).digest())
        .isEqualTo(chain.state().digest());
  }

  @Test
  void change_shouldBeRefused_whenTheVisitorDidNotAgree() {
    assertThat(check(treatment.changed(2, 1, List.of(visitor, team.get(1)))))
        .contains(RejectionReason.BAD_TEAM);
    Treatment other = new Treatment(world, team);
    chain.add(other.opened());
    add(other.accepted(visitor));
    // Known to the chain, but for another episode.
    assertThat(check(treatment.changed(2, 1, List.of(visitor, team.get(1)))))
        .contains(RejectionReason.BAD_TEAM);
  }

  @Test
  void change_shouldBeRefused_whenTheVisitorWouldBeginOrEndOrIsNotAlone() {
    Doctor second = world.doctor(world.other());
    add(treatment.accepted(visitor));
    add(treatment.accepted(second));

    assertThat(check(treatment.changed(2, 0, List.of(visitor, team.get(0), team.get(1)))))
        .contains(RejectionReason.BAD_TEAM);
    assertThat(check(treatment.changed(2, 2, List.of(visitor)))).contains(RejectionReason.BAD_TEAM);
    assertThat(check(treatment.changed(2, 1, List.of(visitor, second, team.get(1)))))
        .contains(RejectionReason.BAD_TEAM);
  }

  @Test
  void change_shouldBeRefused_whenWhoIsKeptWouldBeLast() {
    add(treatment.accepted(visitor));
    add(treatment.changed(2, 1, List.of(visitor, team.get(1))));

    assertThat(check(treatment.changed(3, 2, List.of(world.doctor(2))))).isEmpty();
    assertThat(check(treatment.changed(3, 1, List.of(visitor)))).contains(RejectionReason.BAD_TEAM);
  }

  @Test
  void change_shouldBeRefused_whenTheVisitorWasExpelledHere() {
    add(treatment.accepted(visitor));
    chain.add(Expulsion.of(world, visitor));
    later();

    assertThat(check(treatment.changed(2, 1, List.of(visitor, team.get(1)))))
        .contains(RejectionReason.EXPELLED);
  }

  @Test
  void acceptance_shouldBeRefused_whenTheSystemManagerDidNotCertifyTheHospital() {
    Party stranger = world.party(PartyKind.SYSTEM_MANAGER, "OTHER-MANAGER", Optional.empty());
    Party own = world.party(PartyKind.HOSPITAL, "HOSPITAL-X", Optional.of(stranger));
    Doctor doctor = world.doctor(own);

    assertThat(check(treatment.accepted(doctor))).contains(RejectionReason.BAD_CERTIFICATE);
    // A certified hospital's certificate beside it changes nothing: it did not certify her.
    assertThat(check(accepted(doctor, doctor, world.other().certificate())))
        .contains(RejectionReason.BAD_CERTIFICATE);
  }

  @Test
  void acceptance_shouldBeRefused_whenAHospitalFillsTheEpisodeWithItsDoctors() {
    add(treatment.accepted(visitor));
    for (int i = 1; i < Episode.MOST_VISITORS; i++) {
      add(treatment.accepted(world.doctor(world.other())));
    }

    assertThat(check(treatment.accepted(world.doctor(world.other()))))
        .contains(RejectionReason.TOO_MANY_OPEN);
    // Who agreed before may agree to another question.
    assertThat(check(treatment.accepted(visitor))).isEmpty();
    byte[] full = chain.state().encode();
    assertThat(ChainState.decode(full).encode()).isEqualTo(full);
  }

  @Test
  void acceptance_shouldBeRefused_whenSomebodyElseSignedIt() {
    Doctor colleague = world.doctor(world.other());

    assertThat(check(accepted(colleague, visitor, world.other().certificate())))
        .contains(RejectionReason.BAD_CERTIFICATE);
    assertThat(
            check(
                world.by(
                    visitor.pid(),
                    colleague.key(),
                    world.now(),
                    treatment.accepted(visitor).body())))
        .contains(RejectionReason.BAD_SIGNATURE);
  }

  @Test
  void acceptance_shouldBeRefused_whenSheIsOfThisHospitalOrItIsTooLate() {
    Doctor own = world.doctor(2);
    assertThat(check(accepted(own, own, world.hospital().certificate())))
        .contains(RejectionReason.BAD_CERTIFICATE);
    add(treatment.accepted(visitor));
    // To a second question, say; she is one visitor all the same.
    add(treatment.accepted(visitor));
    assertThat(chain.state().episode(treatment.episode()).orElseThrow().visitors())
        .containsExactly(visitor.pid());
    chain.add(treatment.diagnosis());
    assertThat(check(treatment.accepted(world.doctor(world.other()))))
        .contains(RejectionReason.ALREADY_DIAGNOSED);
  }

  @Test
  void acceptance_shouldBeRefused_whenThereIsNoSuchEpisode() {
    OpinionAcceptedBody body =
        new OpinionAcceptedBody(
            RecordId.random(world.suite().random()),
            visitor.certificate(),
            visitor.hospital().certificate(),
            Digest.of(new byte[1]));

    assertThat(check(world.by(visitor, body))).contains(RejectionReason.UNKNOWN_EPISODE);
  }

  @Test
  void decode_shouldRefuse_whenVersionFiveOfAStateHasNoVisitor() {
    byte[] encoded = chain.state().encode();
    encoded[1 + "epione.chain-state".length()] = 5;

    assertThatThrownBy(() -> ChainState.decode(encoded))
        .isInstanceOf(MalformedEncodingException.class);
  }
}

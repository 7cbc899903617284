package org.epione.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.epione.account.boundary.Role;
import org.epione.audit.boundary.Audit;
import org.epione.audit.boundary.ChainView;
import org.epione.audit.boundary.ContradictionView;
import org.epione.audit.boundary.Contradictions;
import org.epione.audit.boundary.WitnessView;
import org.epione.chain.boundary.PublishedLogs;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.ServerKeys;
import org.epione.ledger.connector.Ledger;
import org.epione.ledger.merkle.ConsistencyProof;
import org.epione.ledger.transparency.Checkpoint;
import org.epione.ledger.transparency.CheckpointOffer;
import org.epione.ledger.transparency.LogContradiction;
import org.epione.ledger.transparency.NoteKey;
import org.epione.ledger.transparency.NoteSigner;
import org.epione.ledger.transparency.NoteVerifier;
import org.epione.ledger.transparency.SignedNote;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people see of witnesses, and decide when a log contradicted itself. */
class ContradictionsTest {

  private World world;
  private Contradictions contradictions;
  private NoteVerifier verifier;

  @BeforeEach
  void start() throws Exception {
    world = new World();
    contradictions = world.bean(Contradictions.class);
    verifier = new NoteVerifier(world.crypto.ed25519());
    offer();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private void offer() {
    world.bean(Ledger.class).offerHead("HOSPITAL-A");
    world.delivery.all();
  }

  private SignedNote published() {
    return SignedNote.parse(world.bean(PublishedLogs.class).checkpoint("HOSPITAL-A").orElseThrow());
  }

  private List<WitnessView> witnesses() throws Exception {
    List<ChainView> chains = world.as(world.auditor, () -> world.bean(Audit.class).chains());
    return chains.stream()
        .filter(chain -> chain.hospital().equals("HOSPITAL-A"))
        .findFirst()
        .orElseThrow()
        .witnesses();
  }

  /** Hospital A signs another head of the size that its witnesses have cosigned. */
  private void contradictTo(PartyCode witness) {
    ServerKeys keys = world.bean(ServerKeys.class);
    Checkpoint head = Checkpoint.parse(published().text());
    NoteKey log = NoteKey.parse(world.bean(PublishedLogs.class).key("HOSPITAL-A").orElseThrow());
    Digest other = Digest.of(new byte[] {1});
    SignedNote note =
        new NoteSigner(log, message -> keys.sign(World.A, message))
            .sign(new Checkpoint(head.origin(), head.size(), other));
    CheckpointOffer offer =
        new CheckpointOffer(other, new ConsistencyProof(head.size(), head.size(), List.of()), note);
    // Its server has not asked for this, and refuses the witness's answer.
    assertThatThrownBy(() -> world.send(World.A, witness, "ledger.checkpoint", offer.encode()))
        .hasMessageContaining("nobody asked");
  }

  @Test
  void chain_shouldShowItsWitnesses_andWhoIsBehind() throws Exception {
    assertThat(witnesses())
        .extracting(WitnessView::code)
        .containsExactly("SYSTEM-MANAGER", "HOSPITAL-B");
    for (WitnessView witness : witnesses()) {
      assertThat(witness.behind()).isZero();
      assertThat(witness.size()).isPositive();
      assertThat(witness.cosignedAt()).isPresent();
      assertThat(witness.name()).isEqualTo("Party " + witness.code());
      assertThat(verifier.cosigned(published(), NoteKey.parse(witness.key()))).isPresent();
    }
    assertThat(world.bean(PublishedLogs.class).witnesses("HOSPITAL-A").orElseThrow().lines())
        .containsExactlyElementsOf(witnesses().stream().map(WitnessView::key).toList());

    world.doctor(World.A, "Dr. New");
    world.delivery.all();
    assertThat(witnesses()).allMatch(witness -> witness.behind() == 1);
    assertThat(world.bean(PublishedLogs.class).witnesses("HOSPITAL-X")).isEmpty();
  }

  @Test
  void contradiction_shouldBeShownWithEvidence_toThoseWhoHaveToKnow() throws Exception {
    Person ours = world.person(World.B, Role.HOSPITAL_ADMINISTRATOR, "Administrator B");
    Person theirs = world.person(World.A, Role.HOSPITAL_ADMINISTRATOR, "Administrator A");
    contradictTo(World.B);

    for (Person person : List.of(world.auditor, world.officer, ours)) {
      List<ContradictionView> seen = world.as(person, contradictions::all);
      assertThat(seen).hasSize(1);
      assertThat(seen.get(0).hospital()).isEqualTo("HOSPITAL-A");
      assertThat(seen.get(0).witness()).isEqualTo("HOSPITAL-B");
      assertThat(seen.get(0).suspended()).isTrue();
      assertThat(seen.get(0).mine()).isEqualTo(person == ours);
      byte[] evidence = world.as(person, () -> contradictions.evidence(seen.get(0).id()));
      assertThat(LogContradiction.decode(evidence).holds(verifier)).isTrue();
    }
    long warnings = world.as(world.auditor, contradictions::suspended);
    assertThat(warnings).isEqualTo(1);
    assertThat(world.as(theirs, contradictions::all)).isEmpty();
    assertThatThrownBy(() -> world.as(world.treating, contradictions::all))
        .isInstanceOf(EJBAccessException.class);
    assertRefused(() -> world.as(world.auditor, () -> contradictions.evidence("00")));
  }

  @Test
  void witness_shouldCosignAgain_onlyWhenItsOwnPeopleDecide() throws Exception {
    Person ours = world.person(World.B, Role.HOSPITAL_ADMINISTRATOR, "Administrator B");
    contradictTo(World.B);
    world.doctor(World.A, "Dr. New");
    world.delivery.all();
    offer();
    assertThat(witnesses().get(0).behind()).isZero();
    assertThat(witnesses().get(1).behind()).isPositive();
    assertThat(witnesses().get(1).refusal()).contains("SUSPENDED");

    assertRefused(() -> world.run(world.officer, () -> contradictions.resume("HOSPITAL-A")));
    assertRefused(() -> world.run(ours, () -> contradictions.resume("HOSPITAL-B")));
    assertThatThrownBy(() -> world.run(world.auditor, () -> contradictions.resume("HOSPITAL-A")))
        .isInstanceOf(EJBAccessException.class);
    world.run(ours, () -> contradictions.resume("HOSPITAL-A"));

    world.later(Duration.ofMinutes(1));
    offer();
    assertThat(witnesses()).allMatch(witness -> witness.behind() == 0);
    List<ContradictionView> kept = world.as(ours, contradictions::all);
    assertThat(kept).hasSize(1);
    assertThat(kept.get(0).suspended()).isFalse();
  }

  private static void assertRefused(ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
  }
}

package org.epione.ledger.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.identity.Nonce;
import org.epione.crypto.scheme.pre.Grant;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.StandingConsentBody;
import org.epione.ledger.record.StandingConsentUsedBody;
import org.epione.ledger.record.StandingConsentWithdrawnBody;
import org.epione.ledger.rules.BlockRules;
import org.epione.ledger.world.GrowingChain;
import org.epione.ledger.world.SharingActs;
import org.epione.ledger.world.Treatment;
import org.epione.ledger.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attempts to open with a grant made ahead what the patient did not allow with it. */
class StandingConsentAttacksTest {

  private final World world = new World("standing consents");
  private final RecordRules rules =
      new RecordRules(new SignatureChecks(world.suite()), Evidence.NOT_OURS);
  private final GrowingChain chain = GrowingChain.founded(world);
  private final Treatment treatment = new Treatment(world, world.doctors().subList(0, 2));
  private final SharingActs sharing = new SharingActs(world, treatment, world.foreign());
  private final Grant ahead = sharing.grant(world.now().plus(Duration.ofDays(30)));

  @BeforeEach
  void diagnose() {
    LedgerRecord diagnosis = treatment.diagnosis();
    chain.add(treatment.opened());
    chain.add(diagnosis, treatment.stored(diagnosis));
    chain.add(sharing.madeAhead(ahead));
  }

  private Optional<RejectionReason> check(LedgerRecord record) {
    return rules.check(chain.state(), record, world.now());
  }

  @Test
  void use_shouldAnswerTheRequest_andLastNoLongerThanWasAsked() {
    chain.add(sharing.requested());
    LedgerRecord used = sharing.answeredAhead(ahead);
    assertThat(check(used)).isEmpty();
    chain.add(used);

    Consent consent = chain.state().consent(ahead.digest()).orElseThrow();
    AccessRequest request = chain.state().request(consent.request()).orElseThrow();
    assertThat(request.answer()).isEqualTo(AccessRequest.Answer.CONSENTED);
    assertThat(consent.validity().notAfter())
        .isEqualTo(request.notAfter())
        .isBefore(ahead.notAfter());
    assertThat(EpisodeOf.record(chain.state(), used.body())).contains(treatment.episode());
  }

  @Test
  void use_shouldEndWithTheGrant_whenMoreIsAsked() {
    Grant shorter = sharing.grant(world.now().plus(Duration.ofHours(2)));
    chain.add(sharing.requested());
    chain.add(sharing.answeredAhead(shorter));

    assertThat(chain.state().consent(shorter.digest()).orElseThrow().validity().notAfter())
        .isEqualTo(shorter.notAfter());
  }

  @Test
  void use_shouldBeRefused_whenNobodyAsked() {
    assertThat(check(sharing.answeredAhead(ahead))).contains(RejectionReason.UNKNOWN_REQUEST);
  }

  @Test
  void use_shouldBeRefused_forAnotherDoctorPurposeKeyOrRecord() {
    chain.add(sharing.requested());
    SharingActs own = new SharingActs(world, treatment, world.doctor(3));
    Treatment another = new Treatment(world, world.doctors().subList(0, 2));
    chain.add(another.opened());

    assertThat(check(sharing.answeredAhead(own.grant())))
        .as("a grant for another doctor")
        .contains(RejectionReason.GRANT_MISMATCH);
    assertThat(check(sharing.answeredAhead(like(ahead, "HRESCH", ahead.notAfter()))))
        .as("for another purpose")
        .contains(RejectionReason.GRANT_MISMATCH);
    Grant otherKey =
        new Grant(
            ahead.grantor(),
            ahead.grantee(),
            world.doctor(0).receiving().publicKey(),
            ahead.records(),
            ahead.purpose(),
            ahead.notBefore(),
            ahead.notAfter(),
            ahead.nonce());
    assertThat(check(sharing.answeredAhead(otherKey)))
        .as("for a key that the doctor has not")
        .contains(RejectionReason.GRANT_MISMATCH);
    Grant otherRecord =
        new SharingActs(world, another, world.foreign())
            .grant(world.now().plus(Duration.ofDays(30)));
    assertThat(check(sharing.answeredAhead(otherRecord, another.patientKey())))
        .as("for another record of hers")
        .contains(RejectionReason.GRANT_MISMATCH);
  }

  @Test
  void use_shouldBeRefused_whenThePatientDidNotSignTheGrant() {
    chain.add(sharing.requested());
    Grant longer = like(ahead, ahead.purpose(), ahead.notAfter().plusSeconds(1));

    assertThat(check(sharing.answeredAhead(ahead, world.doctor(0).key())))
        .contains(RejectionReason.BAD_CONSENT);
    assertThat(check(forged(longer))).contains(RejectionReason.BAD_CONSENT);
    assertThat(RejectionReason.BAD_CONSENT.isFault(chain.state().credit().rules())).isFalse();
  }

  @Test
  void use_shouldBeRefused_whenSomebodyElseThanTheHospitalSaysIt() {
    chain.add(sharing.requested());
    LedgerRecord byTheCloud = world.by(world.cloud(), sharing.answeredAhead(ahead).body());
    LedgerRecord byTheManager = world.by(world.manager(), sharing.answeredAhead(ahead).body());

    assertThat(check(byTheCloud)).isPresent();
    assertThat(check(byTheManager)).isPresent();
  }

  @Test
  void use_shouldBeRefused_beforeAndAfterItsTime() {
    Grant future =
        new Grant(
            ahead.grantor(),
            ahead.grantee(),
            ahead.receivingKey(),
            ahead.records(),
            ahead.purpose(),
            world.now().plus(Duration.ofHours(1)),
            ahead.notAfter(),
            ahead.nonce());
    Grant over = sharing.grant(world.now().plusSeconds(5));
    Grant endless = sharing.grant(world.now().plus(Duration.ofDays(367)));
    chain.add(sharing.requested());
    assertThat(check(sharing.answeredAhead(future))).contains(RejectionReason.GRANT_NOT_VALID);
    assertThat(check(sharing.answeredAhead(endless))).contains(RejectionReason.GRANT_NOT_VALID);
    LedgerRecord inTime = sharing.answeredAhead(over);
    assertThat(check(inTime)).isEmpty();
    world.clock().move(Duration.ofSeconds(6));
    assertThat(check(sharing.answeredAhead(over))).contains(RejectionReason.GRANT_NOT_VALID);
    assertThat(check(inTime)).as("dated back").contains(RejectionReason.GRANT_NOT_VALID);
  }

  @Test
  void use_shouldBeRefused_whenWhatWasAskedIsOver() {
    chain.add(sharing.requested());
    world.clock().move(Duration.ofHours(25));

    assertThat(check(sharing.answeredAhead(ahead))).contains(RejectionReason.GRANT_NOT_VALID);
  }

  @Test
  void use_shouldBeRefused_whenTheGrantAnsweredARequestBefore() {
    chain.add(sharing.requested());
    chain.add(sharing.answeredAhead(ahead));
    SharingActs again = new SharingActs(world, treatment, world.foreign());
    world.clock().move(Duration.ofSeconds(1));
    chain.add(again.requested());

    assertThat(check(again.answeredAhead(ahead))).contains(RejectionReason.GRANT_SPENT);
    assertThat(check(sharing.answeredAhead(ahead))).contains(RejectionReason.ALREADY_ANSWERED);
  }

  @Test
  void use_shouldBeRefused_whenTheGrantIsWithdrawn() {
    chain.add(sharing.requested());
    chain.add(sharing.withdrawnAhead(ahead));

    assertThat(check(sharing.answeredAhead(ahead))).contains(RejectionReason.GRANT_SPENT);
    assertThat(check(sharing.issued())).contains(RejectionReason.UNKNOWN_GRANT);
  }

  @Test
  void withdrawal_shouldNotUndoAConsent_butTheKeyFollowsThePatientsWithdrawal() {
    chain.add(sharing.requested());
    chain.add(sharing.answeredAhead(sharing.grant()));
    chain.add(sharing.withdrawnAhead(sharing.grant()));
    assertThat(check(sharing.issued())).isEmpty();
    chain.add(sharing.withdrawn());
    world.clock().move(Duration.ofSeconds(1));
    assertThat(check(sharing.issued())).contains(RejectionReason.GRANT_WITHDRAWN);
  }

  /** The closing of an epoch forgets consents that are over. */
  @Test
  void use_shouldStayRefused_whenTheEpochIsClosed() {
    Duration epoch = Duration.ofDays(10);
    GrowingChain shortLived = new GrowingChain(world);
    shortLived.add(
        world.founding(
            new BlockRules(50, Duration.ZERO, Duration.ofDays(3), Duration.ofMinutes(2), epoch)));
    shortLived.add(world.doctors().stream().map(world::enrolment).toArray(LedgerRecord[]::new));
    LedgerRecord diagnosis = treatment.diagnosis();
    shortLived.add(treatment.opened());
    shortLived.add(diagnosis, treatment.stored(diagnosis));
    Grant withdrawn = sharing.grant(ahead.notAfter());
    shortLived.add(sharing.requested());
    shortLived.add(sharing.answeredAhead(ahead), sharing.withdrawnAhead(withdrawn));
    world.clock().move(epoch);
    shortLived.add(world.closing(shortLived.state()));
    world.clock().move(epoch);
    shortLived.add(world.closing(shortLived.state()));
    assertThat(shortLived.state().consent(ahead.digest())).as("forgotten").isEmpty();
    SharingActs later = new SharingActs(world, treatment, world.foreign());
    shortLived.add(later.requested());

    assertThat(rules.check(shortLived.state(), later.answeredAhead(ahead), world.now()))
        .contains(RejectionReason.GRANT_SPENT);
    assertThat(rules.check(shortLived.state(), later.answeredAhead(withdrawn), world.now()))
        .contains(RejectionReason.GRANT_SPENT);
    assertThat(ChainState.decode(shortLived.state().encode()).isSpent(withdrawn.digest())).isTrue();
  }

  @Test
  void seal_shouldForget_onceNoGrantOfThatTimeCanHold() {
    chain.add(sharing.withdrawnAhead(ahead));
    world.clock().move(Duration.ofDays(366 + 366));
    chain.add(world.closing(chain.state()));

    assertThat(chain.state().sealed().isSpent(ahead.digest())).isFalse();
  }

  @Test
  void chainRecord_shouldTellNothingOfPatientAndDoctor_beforeTheGrantIsUsed() {
    String made = hex(sharing.madeAhead(ahead));
    String withdrawn = hex(sharing.withdrawnAhead(ahead));

    for (String record : List.of(made, withdrawn)) {
      assertThat(record)
          .doesNotContain(treatment.patient().hex())
          .doesNotContain(world.foreign().pid().hex())
          .doesNotContain(java.util.HexFormat.of().formatHex(treatment.episode().bytes()));
    }
  }

  @Test
  void bodies_shouldRefuse_whatCannotBe() {
    Digest one = ahead.digest();
    assertThatThrownBy(() -> new StandingConsentWithdrawnBody(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new StandingConsentWithdrawnBody(List.of(one, one)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> StandingConsentBody.commitment(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> StandingConsentBody.commitment(Collections.nCopies(1001, one)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** A grant that the patient did not sign, with the signature on the one that she did. */
  private LedgerRecord forged(Grant grant) {
    var honest = (StandingConsentUsedBody) sharing.answeredAhead(ahead).body();
    return world.by(
        world.hospital(), new StandingConsentUsedBody(honest.request(), grant, honest.signature()));
  }

  private Grant like(Grant grant, String purpose, Instant notAfter) {
    return new Grant(
        grant.grantor(),
        grant.grantee(),
        grant.receivingKey(),
        grant.records(),
        purpose,
        grant.notBefore(),
        notAfter,
        Nonce.random(world.suite().random()));
  }

  private static String hex(LedgerRecord record) {
    return java.util.HexFormat.of().formatHex(record.encode());
  }
}

package org.epione.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.epione.matching.boundary.Due;
import org.epione.matching.boundary.EndedBy;
import org.epione.matching.boundary.ExchangeView;
import org.epione.matching.boundary.Reach;
import org.epione.matching.boundary.SearchForm;
import org.epione.matching.control.Limits;
import org.epione.matching.control.MatchingUpkeep;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.testing.DatabaseDump;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the search to the conversation, across two hospitals. */
class MatchingTest {

  static final String COUGH = "HP:0012735";
  static final String FEVER = "HP:0001945";

  private TwoHospitals ward;
  private Seeker ann;
  private Seeker bob;

  @BeforeEach
  void open() {
    ward = new TwoHospitals();
    ann = new Seeker(ward, TwoHospitals.A, "ann");
    bob = new Seeker(ward, TwoHospitals.B, "bob");
  }

  @AfterEach
  void close() {
    ward.close();
  }

  static void refused(ErrorCode code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            RefusedException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  /** Both visit until nothing is due. */
  private static void compare(Seeker... seekers) throws Exception {
    for (int round = 0; round < 3; round++) {
      for (Seeker each : seekers) {
        each.visit();
      }
    }
  }

  private void bothLook(String annsSymptom, String bobsSymptom) throws Exception {
    ann.look(annsSymptom, Reach.ALL_HOSPITALS);
    bob.look(bobsSymptom, Reach.ALL_HOSPITALS);
    compare(ann, bob);
  }

  private void meet() throws Exception {
    bothLook(COUGH, COUGH);
    ann.agree();
    bob.agree();
  }

  @Test
  void patients_shouldTalk_whenTheyHaveTheSameSymptomAndBothAgree() throws Exception {
    bothLook(COUGH, COUGH);
    assertThat(ann.results()).containsExactly(true);
    assertThat(bob.results()).containsExactly(true);
    assertThat(ann.keyBytes()).isEqualTo(bob.keyBytes());
    ann.agree();
    assertThat(ann.only().together()).isFalse();
    bob.agree();
    assertThat(ann.only().together()).isTrue();
    assertThat(bob.only().together()).isTrue();
    ann.say(2, "Hello, since when do you have it?");
    bob.say(2, "Since spring.");
    assertThat(ann.read()).contains("Since spring.").hasSize(4);
    assertThat(bob.read()).contains("Hello, since when do you have it?").hasSize(4);
    assertThat(ward.wire.rejected).isEmpty();
  }

  @Test
  void patients_shouldLearnNothing_whenTheirSymptomsDiffer() throws Exception {
    bothLook(COUGH, FEVER);
    assertThat(ann.results()).containsExactly(false);
    assertThat(bob.results()).containsExactly(false);
    // The hospitals carried the same messages as for a match.
    assertThat(ann.due()).isEqualTo(Due.DONE);
    assertThat(bob.due()).isEqualTo(Due.DONE);
  }

  @Test
  void hospitals_shouldNotHaveTheSymptomOrAWordOfTheConversation() throws Exception {
    meet();
    ann.say(2, "Hello, since when do you have it?");
    byte[] dump = DatabaseDump.of(ward.container);
    assertThat(DatabaseDump.contains(dump, COUGH.getBytes(StandardCharsets.UTF_8))).isFalse();
    assertThat(DatabaseDump.contains(dump, "since when".getBytes(StandardCharsets.UTF_8)))
        .isFalse();
    assertThat(DatabaseDump.contains(dump, ann.keyBytes())).isFalse();
    // The dump does hold what is there.
    assertThat(DatabaseDump.contains(dump, ann.only().own().hex().getBytes(StandardCharsets.UTF_8)))
        .isTrue();
  }

  @Test
  void pseudonyms_shouldBeNewInEachSearch() throws Exception {
    bothLook(COUGH, COUGH);
    ExchangeView first = ann.only();
    ann.run(() -> ann.desk().end());
    ann.look(COUGH, Reach.ALL_HOSPITALS);
    compare(ann, bob);
    assertThat(ann.only().own()).isNotEqualTo(first.own());
    assertThat(ann.only().ownCertificate()).isNotEqualTo(first.ownCertificate());
  }

  @Test
  void answer_shouldNotBeLearnt_beforeOnesOwnIsGiven() throws Exception {
    bothLook(COUGH, COUGH);
    ann.agree();
    assertThat(bob.only().received()).isZero();
    assertThat(bob.only().together()).isFalse();
    assertThat(bob.read()).isEmpty();
    assertThat((Object) ward.as(bob.person, () -> bob.desk().waiting())).isEqualTo(0L);
    // And who agreed alone learns nothing, however long the other says nothing.
    ward.container.clock().advance(Duration.ofDays(3));
    assertThat(ann.only().received()).isZero();
    assertThat(ann.read()).containsExactly("{\"meet\":true}");
    refused(ErrorCode.MATCHING_MESSAGE, () -> ann.say(2, "Are you there?"));
    bob.agree();
    assertThat((Object) ward.as(ann.person, () -> ann.desk().waiting())).isEqualTo(1L);
    ann.read();
    assertThat((Object) ward.as(ann.person, () -> ann.desk().waiting())).isEqualTo(0L);
  }

  @Test
  void reach_shouldHold_whenOneLooksInHerOwnHospitalOnly() throws Exception {
    Seeker cleo = new Seeker(ward, TwoHospitals.A, "cleo");
    ann.look(COUGH, Reach.OWN_HOSPITAL);
    bob.look(COUGH, Reach.ALL_HOSPITALS);
    cleo.look(COUGH, Reach.OWN_HOSPITAL);
    compare(ann, bob, cleo);
    assertThat(bob.mine().exchanges()).isEmpty();
    assertThat(ann.results()).containsExactly(true);
    assertThat(cleo.results()).containsExactly(true);
    assertThat(ward.wire.rejected).isEmpty();
  }

  @Test
  void search_shouldEnd_whenItIsStopped() throws Exception {
    bothLook(COUGH, COUGH);
    ann.agree();
    ann.run(() -> ann.desk().end());
    ward.wire.deliverAll();
    assertThat(ann.mine().search()).isEmpty();
    assertThat(ann.mine().exchanges()).isEmpty();
    assertThat(bob.mine().exchanges()).isEmpty();
    Seeker cleo = new Seeker(ward, TwoHospitals.A, "cleo");
    cleo.look(COUGH, Reach.ALL_HOSPITALS);
    compare(ann, bob, cleo);
    assertThat(cleo.mine().exchanges()).as("with Bob alone").hasSize(1);
  }

  @Test
  void search_shouldEnd_whenItsTimeIsOver() throws Exception {
    ann.look(COUGH, Reach.ALL_HOSPITALS);
    ward.container.clock().advance(Limits.SEARCH_LENGTH.plusMinutes(1));
    ward.container.inTransaction(() -> ward.bean(MatchingUpkeep.class).lookAfter());
    ward.wire.deliverAll();
    assertThat(ann.mine().search()).isEmpty();
    bob.look(COUGH, Reach.ALL_HOSPITALS);
    assertThat(bob.mine().exchanges()).isEmpty();
  }

  @Test
  void conversation_shouldGoOn_whenTheSearchIsStopped() throws Exception {
    meet();
    ann.run(() -> ann.desk().end());
    ward.wire.deliverAll();
    ann.say(2, "Still here");
    assertThat(bob.read()).contains("Still here");
  }

  @Test
  void leaving_shouldEndTheConversationForBoth() throws Exception {
    meet();
    ann.run(() -> ann.desk().leave(id(ann)));
    ward.wire.deliverAll();
    assertThat(ann.only().endedBy()).contains(EndedBy.OWN);
    assertThat(bob.only().endedBy()).contains(EndedBy.PEER);
    refused(ErrorCode.MATCHING_OVER, () -> bob.say(2, "Wait"));
    refused(ErrorCode.MATCHING_OVER, () -> ann.say(2, "No"));
    assertThat(bob.read()).hasSize(2);
  }

  private static String id(Seeker seeker) throws Exception {
    return seeker.only().id();
  }

  @Test
  void blocked_shouldNeverBePairedAgain_underOtherPseudonyms() throws Exception {
    meet();
    // Both at once, and again.
    for (Seeker each : List.of(ann, bob, ann)) {
      String conversation = id(each);
      each.run(() -> each.desk().block(conversation));
    }
    ward.wire.deliverAll();
    for (Seeker each : List.of(ann, bob)) {
      each.run(() -> each.desk().end());
    }
    ward.wire.deliverAll();
    Seeker cleo = new Seeker(ward, TwoHospitals.B, "cleo");
    ann.look(COUGH, Reach.ALL_HOSPITALS);
    bob.look(COUGH, Reach.ALL_HOSPITALS);
    cleo.look(COUGH, Reach.ALL_HOSPITALS);
    compare(ann, bob, cleo);
    assertThat(ann.results()).as("Bob before, Cleo now").containsExactlyInAnyOrder(true, true);
    assertThat(bob.results()).as("Ann before, Cleo now").containsExactlyInAnyOrder(true, true);
    assertThat(cleo.results()).containsExactlyInAnyOrder(true, true);
    assertThat(ward.wire.rejected).isEmpty();
  }

  @Test
  void startingOver_shouldTakeAwayWhatThePasswordOpened() throws Exception {
    meet();
    ann.say(2, "Hello");
    ann.run(() -> ann.desk().startOver(TwoHospitals.PASSWORD.toCharArray()));
    ward.wire.deliverAll();
    assertThat(ann.mine().vault()).isEmpty();
    assertThat(ann.mine().exchanges()).isEmpty();
    assertThat(bob.only().endedBy()).contains(EndedBy.PEER);
    ann.look(FEVER, Reach.ALL_HOSPITALS);
    assertThat(ann.mine().search()).isPresent();
  }

  @Test
  void search_shouldBeRefused_withoutAgreementOrTwiceOrTooOften() throws Exception {
    SearchForm silent = new SearchForm(Reach.ALL_HOSPITALS, Seeker.SEALED, false);
    refused(
        ErrorCode.MATCHING_NOT_AGREED,
        () ->
            ward.as(
                ann.person, () -> ann.desk().begin(silent, TwoHospitals.PASSWORD.toCharArray())));
    for (int i = 0; i < Limits.SEARCHES; i++) {
      ann.look(COUGH, Reach.ALL_HOSPITALS);
      refused(ErrorCode.MATCHING_RUNNING, () -> ann.begin(FEVER, Reach.ALL_HOSPITALS));
      ann.run(() -> ann.desk().end());
    }
    refused(ErrorCode.MATCHING_SEARCHES, () -> ann.begin(FEVER, Reach.ALL_HOSPITALS));
    ward.container.clock().advance(Limits.SEARCH_LENGTH.plusMinutes(1));
    ann.look(FEVER, Reach.ALL_HOSPITALS);
    assertThat(ann.mine().search()).isPresent();
  }

  @Test
  void messagesBetweenHospitals_shouldChangeNothing_whenTheyComeTwiceOrAgainLater()
      throws Exception {
    ward.wire.copies = 2;
    meet();
    ann.say(2, "Hello");
    ward.wire.repeatAllBackwards();
    assertThat(bob.read()).hasSize(3);
    assertThat(bob.mine().exchanges()).hasSize(1);
    assertThat(ward.wire.rejected).isEmpty();
  }
}

package org.epione.team.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.identity.EpisodeId;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.crypto.signature.BlsSecretKey;
import org.epione.team.boundary.PartFault;
import org.epione.team.boundary.PartRefusedException;
import org.epione.team.boundary.SignedPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The attacks on a team's chain of parts, carried out with real keys. */
class PartChainTest {

  private static final Instant NOW = TeamFixture.START.plus(Duration.ofHours(1));

  private static void refused(TeamFixture team, List<SignedPart> parts, PartFault fault) {
    assertThatThrownBy(() -> team.chain().verify(parts, NOW))
        .isInstanceOf(PartRefusedException.class)
        .hasMessage(fault.name());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8})
  void verify_shouldAcceptEachBeginning_whenDoctorsSignInOrder(int doctors) throws Exception {
    TeamFixture team = new TeamFixture(doctors);
    List<SignedPart> parts = team.parts(doctors);
    for (int i = 0; i <= doctors; i++) {
      assertThat(team.chain().verify(parts.subList(0, i), NOW)).hasSize(i);
    }
    for (int i = 0; i < doctors; i++) {
      Statement statement = Statement.decode(parts.get(i).statement().bytes());
      assertThat(PartChain.read(team.groupKey, statement, parts.get(i).sealedText().bytes()).text())
          .isEqualTo("finding " + (i + 1));
    }
  }

  @Test
  void verify_shouldRefuse_whenPartsAreSwapped() {
    TeamFixture team = new TeamFixture(3);
    List<SignedPart> parts = new ArrayList<>(team.parts(3));
    Collections.swap(parts, 0, 1);
    refused(team, parts, PartFault.WRONG_ORDER);
  }

  @Test
  void verify_shouldRefuse_whenADoctorIsSkipped() {
    TeamFixture team = new TeamFixture(3);
    List<SignedPart> parts = team.parts(3);
    refused(team, List.of(parts.get(0), parts.get(2)), PartFault.WRONG_ORDER);
  }

  @Test
  void verify_shouldRefuse_whenTheFirstDoctorIsLeftOut() {
    TeamFixture team = new TeamFixture(3);
    List<SignedPart> parts = team.parts(3);
    refused(team, parts.subList(1, 3), PartFault.WRONG_ORDER);
  }

  @Test
  void verify_shouldRefuse_whenAForeignDoctorSignsInOnesPlace() {
    TeamFixture team = new TeamFixture(3);
    List<SignedPart> parts = new ArrayList<>(team.parts(1));
    BlsSecretKey foreign = TeamFixture.SUITE.bls().generate();
    parts.add(team.next(parts, foreign, TeamFixture.START.plusSeconds(120)));
    refused(team, parts, PartFault.FALSE_SIGNATURE);
  }

  @Test
  void verify_shouldRefuse_whenADoctorOfTheTeamSignsInAnothersPlace() {
    TeamFixture team = new TeamFixture(3);
    List<SignedPart> parts = new ArrayList<>(team.parts(1));
    parts.add(team.next(parts, team.keys.get(2), TeamFixture.START.plusSeconds(120)));
    refused(team, parts, PartFault.FALSE_SIGNATURE);
  }

  @Test
  void verify_shouldRefuse_whenTheStatementsNameAnotherTeam() {
    TeamFixture team = new TeamFixture(3);
    TeamFixture other = new TeamFixture(3);
    refused(team, other.parts(2), PartFault.WRONG_ORDER);
  }

  @Test
  void verify_shouldRefuse_whenOnePartIsAddedTwice() {
    TeamFixture team = new TeamFixture(2);
    List<SignedPart> parts = team.parts(2);
    refused(team, List.of(parts.get(0), parts.get(1), parts.get(1)), PartFault.WRONG_ORDER);
  }

  @Test
  void verify_shouldRefuse_whenAnEarlierPartIsSignedAnew() {
    TeamFixture team = new TeamFixture(3);
    List<SignedPart> parts = team.parts(2);
    List<SignedPart> anew =
        List.of(
            team.next(List.of(), team.keys.get(0), TeamFixture.START.plusSeconds(30)),
            parts.get(1));
    refused(team, anew, PartFault.BROKEN_LINK);
  }

  @Test
  void verify_shouldRefuse_whenTimesGoBackwards() {
    TeamFixture team = new TeamFixture(2);
    List<SignedPart> parts = new ArrayList<>(team.parts(1));
    parts.add(team.next(parts, team.keys.get(1), TeamFixture.START.plusSeconds(1)));
    refused(team, parts, PartFault.STALE_TIME);
  }

  @Test
  void verify_shouldRefuse_whenATimeLiesInTheFuture() {
    TeamFixture team = new TeamFixture(1);
    List<SignedPart> parts =
        List.of(
            team.next(
                List.of(), team.keys.get(0), NOW.plus(PartChain.CLOCK_DIFFERENCE).plusMillis(1)));
    refused(team, parts, PartFault.STALE_TIME);
  }

  @Test
  void requireNewer_shouldRefuse_whenTheTimeWasSeenBefore() {
    TeamFixture team = new TeamFixture(1);
    Statement seen = Statement.decode(team.parts(1).get(0).statement().bytes());
    assertThatThrownBy(() -> PartChain.requireNewer(seen, Optional.of(seen.time())))
        .isInstanceOf(PartRefusedException.class)
        .hasMessage(PartFault.STALE_TIME.name());
  }

  @Test
  void verify_shouldRefuse_whenAWarrantHadEndedAtTheTimeOfSigning() {
    TeamFixture team = new TeamFixture(1);
    Instant late = TeamFixture.START.plus(Duration.ofDays(31));
    List<SignedPart> parts = List.of(team.next(List.of(), team.keys.get(0), late));
    assertThatThrownBy(() -> team.chain().verify(parts, late))
        .isInstanceOf(PartRefusedException.class)
        .hasMessage(PartFault.NO_WARRANT.name());
  }

  @Test
  void verify_shouldRefuse_whenSignedBeforeTheWarrant() {
    TeamFixture team = new TeamFixture(1);
    List<SignedPart> parts =
        List.of(team.next(List.of(), team.keys.get(0), TeamFixture.START.minusMillis(1)));
    refused(team, parts, PartFault.NO_WARRANT);
  }

  @Test
  void verify_shouldRefuse_whenTheEpisodeOrThePatientIsAnother() {
    TeamFixture team = new TeamFixture(1);
    for (Statement foreign :
        List.of(
            statement(team, EpisodeId.random(TeamFixture.SUITE.random()), team.patient),
            statement(team, team.episode, Pseudonym.of(TeamFixture.SUITE.random().bytes(40))))) {
      refused(
          team,
          List.of(team.sign(List.of(), team.keys.get(0), foreign, new byte[0])),
          PartFault.WRONG_EPISODE);
    }
  }

  private static Statement statement(TeamFixture team, EpisodeId episode, Pseudonym patient) {
    return new Statement(
        episode,
        patient,
        team.roster.order().ids(),
        1,
        TeamFixture.START.plusSeconds(1),
        team.contribution(1, "x").digest(),
        Optional.empty());
  }

  @Test
  void verify_shouldRefuse_whenAnyBitOfAStatementOrSignatureIsFlipped() {
    TeamFixture team = new TeamFixture(2);
    List<SignedPart> parts = team.parts(2);
    byte[] statement = parts.get(0).statement().bytes();
    for (int i = 0; i < statement.length; i += 7) {
      byte[] flipped = statement.clone();
      flipped[i] ^= 1;
      SignedPart altered =
          new SignedPart(
              ByteString.of(flipped), parts.get(0).aggregate(), parts.get(0).sealedText());
      assertThatThrownBy(() -> team.chain().verify(List.of(altered, parts.get(1)), NOW))
          .isInstanceOf(PartRefusedException.class);
    }
    byte[] aggregate = parts.get(1).aggregate().bytes();
    for (int i = 0; i < aggregate.length; i += 5) {
      byte[] flipped = aggregate.clone();
      flipped[i] ^= 1;
      SignedPart altered =
          new SignedPart(
              parts.get(1).statement(), ByteString.of(flipped), parts.get(1).sealedText());
      assertThatThrownBy(() -> team.chain().verify(List.of(parts.get(0), altered), NOW))
          .isInstanceOf(PartRefusedException.class);
    }
  }

  @Test
  void read_shouldRefuse_whenTheTextIsAlteredOrNotTheSignedOne() throws Exception {
    TeamFixture team = new TeamFixture(2);
    SignedPart part = team.parts(1).get(0);
    Statement statement = Statement.decode(part.statement().bytes());
    byte[] flipped = part.sealedText().bytes();
    flipped[flipped.length - 1] ^= 1;
    byte[] other = team.groupKey.sealContribution(team.contribution(1, "something else"));
    byte[] foreign =
        new TeamFixture(2).groupKey.sealContribution(team.contribution(1, "finding 1"));
    for (byte[] sealed : List.of(flipped, other, foreign, new byte[0])) {
      assertThatThrownBy(() -> PartChain.read(team.groupKey, statement, sealed))
          .isInstanceOf(PartRefusedException.class)
          .hasMessage(PartFault.ALTERED_TEXT.name());
    }
  }
}

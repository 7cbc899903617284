package org.epione.team.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Decision;
import org.epione.access.boundary.Subject;
import org.epione.access.boundary.SubjectKind;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.Delegate;
import org.epione.platform.identity.PartyCode;
import org.epione.team.boundary.PartFault;
import org.epione.team.boundary.PartRefusedException;
import org.epione.team.boundary.Refusals;
import org.epione.team.boundary.SignedPart;
import org.epione.team.boundary.VisitedTurn;
import org.epione.team.boundary.VisitingDoctor;
import org.epione.team.boundary.VisitingDoctors;
import org.epione.team.boundary.VisitingTurn;
import org.epione.team.boundary.VisitorPlaces;
import org.epione.team.entity.ChangeState;
import org.epione.team.entity.Episode;
import org.epione.team.entity.EpisodeState;
import org.epione.team.entity.TeamMember;
import org.epione.team.entity.TeamPart;
import org.epione.team.entity.Turn;
import org.epione.team.entity.TurnState;

/**
 * The turns of doctors of other hospitals, at the hospital of the team: sent out, and taken back in
 * under the same checks as a turn of an own doctor. Her hospital is believed in nothing that her
 * signature says.
 */
@ApplicationScoped
public class VisitingTurns {

  @Inject private EpisodeStore episodes;
  @Inject private Visitors visitors;
  @Inject private VisitingDoctors visiting;
  @Inject private Rosters rosters;
  @Inject private HandOver handOver;
  @Inject private Returns returns;
  @Inject private TeamChanges changes;
  @Inject private CryptoSuite suite;
  @Inject private Clock clock;
  @EJB private Chains chains;
  @EJB private AccessDecisions access;
  @EJB private Refusals refusals;

  /**
   * Sends the turn of that step to its doctor's hospital, once. While a text before it is under
   * another group key than hers it waits, until a doctor of both teams passes that on.
   */
  void dispatch(Episode episode, int step) {
    Optional.of(episode)
        .filter(each -> each.state() == EpisodeState.IN_TREATMENT)
        .flatMap(each -> episodes.openTurn(each.id()))
        .filter(turn -> turn.step() == step && turn.sentAt().isEmpty())
        .ifPresent(turn -> dispatch(episode, turn));
  }

  private void dispatch(Episode episode, Turn turn) {
    List<TeamPart> parts = episodes.parts(episode.id());
    TeamMember visitor = episodes.member(episode.id(), turn.place()).orElseThrow();
    Optional<VisitingDoctor> doctor = visitors.agreed(visitor);
    boolean readable =
        parts.stream().allMatch(part -> part.epoch() == episode.epoch())
            && visitor.sealedBriefing().isPresent();
    if (doctor.isEmpty()
        || !readable
        || access.decide(Visitors.caller(visitor), Act.READ_TURN, subject(episode))
            == Decision.DENY) {
      return;
    }
    visiting.send(
        doctor.get(), content(episode, turn, visitor.sealedBriefing().orElseThrow(), parts));
    turn.sent(clock.instant());
  }

  private VisitingTurn content(Episode episode, Turn turn, byte[] briefing, List<TeamPart> parts) {
    ChainState state = chains.state(episode.hospital());
    org.epione.ledger.state.Episode opened =
        state.episode(RecordId.ofHex(episode.id())).orElseThrow();
    List<TeamMember> members = episodes.members(episode.id());
    List<VisitingTurn.Member> team = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      org.epione.ledger.state.TeamMember agreed = opened.team().get(i);
      Delegate doctor = state.delegate(agreed.doctor()).orElseThrow();
      team.add(
          new VisitingTurn.Member(
              doctor.certificateOf(agreed.key()).orElseThrow(),
              doctor.hospital(),
              members.get(i).doctorName(),
              agreed.warrant()));
    }
    return new VisitingTurn(
        new VisitingTurn.At(
            ByteString.ofHex(episode.id()), episode.epoch(), turn.step(), turn.place()),
        opened.patient(),
        team,
        opened.former(),
        episode.lastSignedAt(),
        turn.dueAt(),
        ByteString.of(briefing),
        parts.stream().map(HandOver::of).toList(),
        turn.sealedReason().map(ByteString::of),
        turn.sealedFormer()
            .filter(text -> turn.formerEpoch() == episode.epoch())
            .map(ByteString::of));
  }

  /**
   * Takes in what she did, verified as the next doctor would.
   *
   * @return whether it was taken; if not, there is no such turn of hers any more
   * @throws PartRefusedException if it does not hold, which is noted with the episode
   */
  public boolean take(
      RecordId id, String agreement, VisitedTurn done, VisitorPlaces.Message message)
      throws PartRefusedException {
    Episode episode = episodes.lock(id.hex()).orElseThrow();
    Optional<Turn> turn =
        Optional.of(episode)
            .filter(
                each -> each.state() == EpisodeState.IN_TREATMENT && each.epoch() == done.epoch())
            .flatMap(each -> episodes.openTurn(each.id()))
            .filter(each -> each.step() == done.step() && each.sentAt().isPresent());
    Optional<TeamMember> visitor =
        turn.flatMap(each -> episodes.member(episode.id(), each.place()))
            .filter(
                each ->
                    visitors
                        .agreed(each)
                        .filter(doctor -> doctor.agreement().equals(agreement))
                        .isPresent());
    if (visitor.isEmpty() || !mayAct(episode, visitor.get(), done)) {
      return false;
    }
    try {
      take(episode, turn.orElseThrow(), visitor.get(), done);
      return true;
    } catch (PartRefusedException refused) {
      refusals.note(message.id(), episode.id(), message.type(), refused.fault().name());
      throw refused;
    }
  }

  private boolean mayAct(Episode episode, TeamMember visitor, VisitedTurn done) {
    Act act = done.part().isPresent() ? Act.WRITE_DIAGNOSIS : Act.RETURN_TURN;
    return access.decide(Visitors.caller(visitor), act, subject(episode)) == Decision.PERMIT;
  }

  private static Subject subject(Episode episode) {
    return new Subject(SubjectKind.EPISODE, episode.id(), new PartyCode(episode.hospital()));
  }

  private void take(Episode episode, Turn turn, TeamMember visitor, VisitedTurn done)
      throws PartRefusedException {
    if (episodes
        .openChange(episode.id())
        .filter(change -> change.state() == ChangeState.AGREED)
        .isPresent()) {
      throw new PartRefusedException(PartFault.TEAM_CHANGING);
    }
    if (!MessageDigest.isEqual(
        done.confirmation().bytes(), visitor.expectedConfirmation().orElse(new byte[0]))) {
      throw new PartRefusedException(PartFault.ALTERED_TEXT);
    }
    Instant now = clock.instant();
    Roster roster = rosters.of(episode);
    if (done.returned().isPresent()) {
      VisitedTurn.Returned returned = done.returned().get();
      if (returned.place() < 1 || returned.place() >= turn.place()) {
        throw new PartRefusedException(PartFault.WRONG_ORDER);
      }
      visitor.confirmed(now);
      returns.back(episode, turn, returned.place(), returned.sealedReason().bytes());
      return;
    }
    List<SignedPart> parts = new ArrayList<>();
    episodes.parts(episode.id()).forEach(part -> parts.add(HandOver.of(part)));
    parts.add(done.part().orElseThrow());
    List<Statement> statements = new PartChain(suite, roster).verify(parts, now);
    PartChain.requireNewer(statements.get(statements.size() - 1), episode.lastSignedAt());
    visitor.confirmed(now);
    turn.close(TurnState.PASSED_ON, now);
    changes.lapse(episode, turn.place());
    handOver.send(episode, parts);
  }
}

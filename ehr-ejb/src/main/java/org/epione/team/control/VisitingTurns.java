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
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.Post;
import org.epione.party.boundary.ReceivedEnvelope;
import org.epione.platform.identity.PartyCode;
import org.epione.team.boundary.Refusals;
import org.epione.team.entity.ChangeState;
import org.epione.team.entity.Episode;
import org.epione.team.entity.EpisodeState;
import org.epione.team.entity.OpinionRequest;
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
  @Inject private OpinionAsking asking;
  @Inject private VisitDispatch visits;
  @Inject private Rosters rosters;
  @Inject private HandOver handOver;
  @Inject private Returns returns;
  @Inject private TeamChanges changes;
  @Inject private CryptoSuite suite;
  @Inject private Clock clock;
  @EJB private Chains chains;
  @EJB private AccessDecisions access;
  @EJB private Refusals refusals;
  @EJB private Post post;

  /**
   * {@code opinion.dispatch}: sends a turn to its doctor's hospital, once. While a text before it
   * is under another group key than hers it waits, until a doctor of both teams passes that on.
   */
  void dispatch(ReceivedEnvelope envelope) throws MessageRejectedException {
    if (!envelope.from().equals(envelope.to())) {
      throw new MessageRejectedException("A hospital sends out its own turns only.");
    }
    DispatchMessage message = DispatchMessage.decode(envelope.payload());
    Optional<Episode> episode =
        episodes
            .lock(message.episode().hex())
            .filter(each -> each.hospital().equals(envelope.to().value()))
            .filter(each -> each.state() == EpisodeState.IN_TREATMENT);
    Optional<Turn> turn =
        episode
            .flatMap(each -> episodes.openTurn(each.id()))
            .filter(each -> each.step() == message.step() && each.sentAt().isEmpty());
    if (turn.isPresent()) {
      dispatch(episode.orElseThrow(), turn.get());
    }
  }

  private void dispatch(Episode episode, Turn turn) {
    List<TeamPart> parts = episodes.parts(episode.id());
    TeamMember visitor = episodes.member(episode.id(), turn.place()).orElseThrow();
    Optional<OpinionRequest> request = visits.requestOf(visitor);
    boolean readable =
        parts.stream().allMatch(part -> part.epoch() == episode.epoch())
            && visitor.sealedBriefing().isPresent();
    if (request.isEmpty()
        || !readable
        || access.decide(Visitors.caller(visitor), Act.READ_TURN, subject(episode))
            == Decision.DENY) {
      return;
    }
    VisitMessage message =
        message(request.get(), episode, turn, visitor.sealedBriefing().orElseThrow(), parts);
    post.send(
        new PartyCode(episode.hospital()),
        new PartyCode(request.get().asked()),
        VisitMessage.TYPE,
        message.encode(),
        Optional.empty());
    turn.sent(clock.instant());
  }

  private VisitMessage message(
      OpinionRequest request, Episode episode, Turn turn, byte[] briefing, List<TeamPart> parts) {
    ChainState state = chains.state(episode.hospital());
    org.epione.ledger.state.Episode opened =
        state.episode(RecordId.ofHex(episode.id())).orElseThrow();
    List<TeamMember> members = episodes.members(episode.id());
    List<VisitMessage.Member> team = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      org.epione.ledger.state.TeamMember agreed = opened.team().get(i);
      Delegate doctor = state.delegate(agreed.doctor()).orElseThrow();
      team.add(
          new VisitMessage.Member(
              doctor.certificate(),
              doctor.hospital(),
              members.get(i).doctorName(),
              agreed.warrant()));
    }
    return new VisitMessage(
        ByteString.ofHex(request.id()),
        new VisitMessage.At(
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

  /** {@code opinion.done}: what she did, verified as the next doctor would. */
  void done(ReceivedEnvelope envelope) throws MessageRejectedException {
    VisitedMessage message = VisitedMessage.decode(envelope.payload());
    OpinionRequest request = asking.own(envelope, message.id());
    Episode episode = episodes.lock(request.episodeId()).orElseThrow();
    Optional<Turn> turn =
        Optional.of(episode)
            .filter(
                each ->
                    each.state() == EpisodeState.IN_TREATMENT && each.epoch() == message.epoch())
            .flatMap(each -> episodes.openTurn(each.id()))
            .filter(each -> each.step() == message.step() && each.sentAt().isPresent());
    Optional<TeamMember> visitor =
        turn.flatMap(each -> episodes.member(episode.id(), each.place()))
            .filter(each -> visits.requestOf(each).filter(request::equals).isPresent());
    if (visitor.isEmpty() || !mayAct(episode, visitor.get(), message)) {
      visits.tell(episode, request, message.step(), OutcomeMessage.Outcome.OVER, "");
      return;
    }
    try {
      take(episode, turn.orElseThrow(), visitor.get(), message);
      visits.tell(episode, request, message.step(), OutcomeMessage.Outcome.TAKEN, "");
    } catch (PartRefusedException refused) {
      refusals.note(envelope.id().hex(), episode.id(), envelope.type(), refused.fault().name());
      visits.tell(
          episode, request, message.step(), OutcomeMessage.Outcome.REFUSED, refused.fault().name());
    }
  }

  private boolean mayAct(Episode episode, TeamMember visitor, VisitedMessage message) {
    Act act = message.part().isPresent() ? Act.WRITE_DIAGNOSIS : Act.RETURN_TURN;
    return access.decide(Visitors.caller(visitor), act, subject(episode)) == Decision.PERMIT;
  }

  private static Subject subject(Episode episode) {
    return new Subject(SubjectKind.EPISODE, episode.id(), new PartyCode(episode.hospital()));
  }

  private void take(Episode episode, Turn turn, TeamMember visitor, VisitedMessage message)
      throws PartRefusedException {
    if (episodes
        .openChange(episode.id())
        .filter(change -> change.state() == ChangeState.AGREED)
        .isPresent()) {
      throw new PartRefusedException(PartFault.TEAM_CHANGING);
    }
    if (!MessageDigest.isEqual(
        message.confirmation().bytes(), visitor.expectedConfirmation().orElse(new byte[0]))) {
      throw new PartRefusedException(PartFault.ALTERED_TEXT);
    }
    Instant now = clock.instant();
    Roster roster = rosters.of(episode);
    if (message.returned().isPresent()) {
      VisitedMessage.Returned returned = message.returned().get();
      if (returned.place() < 1 || returned.place() >= turn.place()) {
        throw new PartRefusedException(PartFault.WRONG_ORDER);
      }
      visitor.confirmed(now);
      returns.back(episode, turn, returned.place(), returned.sealedReason().bytes());
      return;
    }
    List<SignedPart> parts = new ArrayList<>();
    episodes.parts(episode.id()).forEach(part -> parts.add(HandOver.of(part)));
    parts.add(message.part().orElseThrow());
    List<Statement> statements = new PartChain(suite, roster).verify(parts, now);
    PartChain.requireNewer(statements.get(statements.size() - 1), episode.lastSignedAt());
    visitor.confirmed(now);
    turn.close(TurnState.PASSED_ON, now);
    changes.lapse(episode, turn.place());
    handOver.send(episode, parts);
  }
}

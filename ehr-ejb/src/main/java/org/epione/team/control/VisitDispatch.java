package org.epione.team.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.ledger.identity.Pid;
import org.epione.party.boundary.Post;
import org.epione.platform.identity.PartyCode;
import org.epione.team.entity.Episode;
import org.epione.team.entity.OpinionRequest;
import org.epione.team.entity.OpinionState;
import org.epione.team.entity.TeamMember;
import org.epione.team.entity.Turn;

/**
 * Tells other hospitals, by message, that a turn is their doctor's, that it is over, or that
 * nothing is wanted of her any more.
 */
@ApplicationScoped
public class VisitDispatch {

  @Inject private EpisodeStore episodes;
  @Inject private OpinionStore opinions;
  @Inject private Clock clock;
  @EJB private Post post;

  /** The turn was opened: if its doctor is of another hospital, it is to be sent there. */
  void schedule(Episode episode, Turn turn) {
    if (turn.sentAt().isEmpty() && visitor(turn).isPresent()) {
      PartyCode hospital = new PartyCode(episode.hospital());
      post.send(
          hospital,
          hospital,
          DispatchMessage.TYPE,
          new DispatchMessage(ByteString.ofHex(episode.id()), turn.step()).encode(),
          Optional.empty());
    }
  }

  /** The turn was taken from its doctor: her hospital destroys what it has of it. */
  void over(Episode episode, Turn turn) {
    if (turn.sentAt().isPresent()) {
      visitor(turn)
          .flatMap(member -> requestOf(member))
          .ifPresent(
              request -> tell(episode, request, turn.step(), OutcomeMessage.Outcome.OVER, ""));
    }
  }

  /** The question that the doctor of another hospital agreed to. */
  Optional<OpinionRequest> requestOf(TeamMember visitor) {
    return opinions.requests(visitor.episodeId()).stream()
        .filter(request -> request.state() == OpinionState.ACCEPTED)
        .filter(request -> isOf(request, visitor))
        .findFirst();
  }

  private Optional<TeamMember> visitor(Turn turn) {
    return episodes.members(turn.episodeId(), turn.epoch()).stream()
        .filter(member -> member.place() == turn.place() && member.isVisitor())
        .findFirst();
  }

  /** The team has changed: who had a place and has none any more is not needed. */
  void closeLeftOut(Episode episode) {
    List<TeamMember> present = episodes.members(episode.id());
    for (OpinionRequest request : opinions.requests(episode.id())) {
      boolean wasOfTeam =
          request
              .doctorPseudonym()
              .map(pid -> Visitors.account(Pid.of(pid)).toString())
              .filter(
                  account ->
                      episodes.places(episode.id(), account).stream()
                          .anyMatch(place -> place.epoch() == episode.epoch() - 1))
              .isPresent();
      if (request.state() == OpinionState.ACCEPTED
          && wasOfTeam
          && present.stream().noneMatch(member -> isOf(request, member))) {
        close(episode, request, OpinionState.OVER);
      }
    }
  }

  /** The episode is over. */
  void close(Episode episode) {
    opinions.requests(episode.id()).stream()
        .filter(request -> request.state().isOpen())
        .forEach(request -> close(episode, request, OpinionState.OVER));
  }

  /** The question is over, and her hospital is told so. */
  void close(Episode episode, OpinionRequest request, OpinionState how) {
    request.move(how, clock.instant());
    tell(episode, request, 0, OutcomeMessage.Outcome.OVER, "");
  }

  void tell(
      Episode episode,
      OpinionRequest request,
      int step,
      OutcomeMessage.Outcome outcome,
      String reason) {
    post.send(
        new PartyCode(episode.hospital()),
        new PartyCode(request.asked()),
        OutcomeMessage.TYPE,
        new OutcomeMessage(ByteString.ofHex(request.id()), step, outcome, reason).encode(),
        Optional.empty());
  }

  private static boolean isOf(OpinionRequest request, TeamMember member) {
    return member.home().equals(Optional.of(request.asked()))
        && request
            .doctorPseudonym()
            .filter(pid -> Arrays.equals(pid, member.doctorPseudonym()))
            .isPresent();
  }
}

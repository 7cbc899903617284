package org.epione.team.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.party.boundary.Post;
import org.epione.platform.identity.PartyCode;
import org.epione.team.boundary.VisitingDoctors;
import org.epione.team.entity.Episode;
import org.epione.team.entity.TeamMember;
import org.epione.team.entity.Turn;

/** Sees to it that a turn of a doctor of another hospital gets there, or ends there. */
@ApplicationScoped
public class VisitDispatch {

  @Inject private EpisodeStore episodes;
  @Inject private Visitors visitors;
  @Inject private VisitingDoctors visiting;
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
  void over(Turn turn) {
    if (turn.sentAt().isPresent()) {
      visitor(turn)
          .flatMap(visitors::agreed)
          .ifPresent(doctor -> visiting.over(doctor, turn.step()));
    }
  }

  private Optional<TeamMember> visitor(Turn turn) {
    return episodes.members(turn.episodeId(), turn.epoch()).stream()
        .filter(member -> member.place() == turn.place() && member.isVisitor())
        .findFirst();
  }
}

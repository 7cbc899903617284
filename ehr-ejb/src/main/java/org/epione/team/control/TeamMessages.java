package org.epione.team.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.epione.crypto.codec.ByteString;
import org.epione.party.boundary.EnvelopeHandler;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.ReceivedEnvelope;
import org.epione.team.boundary.PartFault;
import org.epione.team.boundary.PartRefusedException;
import org.epione.team.boundary.Refusals;
import org.epione.team.entity.Episode;
import org.epione.team.entity.TeamMember;

/**
 * Receives the team's messages at the hospital of the team. A hospital sends them to itself only:
 * from anybody else they are rejected, whatever they say.
 */
@ApplicationScoped
public class TeamMessages implements EnvelopeHandler {

  @Inject private EpisodeStore episodes;
  @Inject private HandOver handOver;
  @Inject private VisitingTurns visiting;
  @EJB private Refusals refusals;

  @Override
  public Set<String> types() {
    return Set.of(
        InvitationMessage.TYPE, TurnMessage.TYPE, ReturnMessage.TYPE, DispatchMessage.TYPE);
  }

  @Override
  public void handle(ReceivedEnvelope envelope) throws MessageRejectedException {
    if (!envelope.from().equals(envelope.to())) {
      throw new MessageRejectedException("a team's message from another party");
    }
    switch (envelope.type()) {
      case InvitationMessage.TYPE -> invited(envelope);
      case TurnMessage.TYPE -> turn(envelope);
      case ReturnMessage.TYPE -> returned(envelope);
      case DispatchMessage.TYPE -> dispatch(envelope);
      default -> throw new IllegalArgumentException("not a team's message");
    }
  }

  private void invited(ReceivedEnvelope envelope) throws MessageRejectedException {
    InvitationMessage message = InvitationMessage.decode(envelope.payload());
    Episode episode = episode(envelope, message.episode());
    Optional<TeamMember> member = episodes.member(episode.id(), message.position());
    if (member.isEmpty() || message.epoch() != episode.epoch() || episode.state().isOver()) {
      throw rejected(envelope, episode, PartFault.WRONG_ORDER);
    }
    member.get().briefed(message.sealedBriefing().bytes());
  }

  private void turn(ReceivedEnvelope envelope) throws MessageRejectedException {
    TurnMessage message = TurnMessage.decode(envelope.payload());
    Episode episode = episode(envelope, message.episode());
    try {
      handOver.accept(episode, message);
    } catch (PartRefusedException refused) {
      throw rejected(envelope, episode, refused.fault());
    }
  }

  private void returned(ReceivedEnvelope envelope) throws MessageRejectedException {
    ReturnMessage message = ReturnMessage.decode(envelope.payload());
    Episode episode = episode(envelope, message.episode());
    try {
      handOver.accept(episode, message);
    } catch (PartRefusedException refused) {
      throw rejected(envelope, episode, refused.fault());
    }
  }

  private void dispatch(ReceivedEnvelope envelope) throws MessageRejectedException {
    DispatchMessage message = DispatchMessage.decode(envelope.payload());
    visiting.dispatch(episode(envelope, message.episode()), message.step());
  }

  private Episode episode(ReceivedEnvelope envelope, ByteString id)
      throws MessageRejectedException {
    return episodes
        .lock(id.hex())
        .filter(each -> each.hospital().equals(envelope.to().value()))
        .orElseThrow(() -> new MessageRejectedException("no such episode here"));
  }

  /** Noted with the episode too, in a transaction of its own: this one is rolled back. */
  private MessageRejectedException rejected(
      ReceivedEnvelope envelope, Episode episode, PartFault fault) {
    refusals.note(envelope.id().hex(), episode.id(), envelope.type(), fault.name());
    return new MessageRejectedException(envelope.type() + " refused: " + fault);
  }
}

package org.epione.opinion.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.identity.RecordId;
import org.epione.ledger.identity.Pid;
import org.epione.opinion.entity.OpinionRequest;
import org.epione.opinion.entity.OpinionState;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.Post;
import org.epione.party.boundary.ReceivedEnvelope;
import org.epione.platform.erasure.ErasedRows;
import org.epione.platform.identity.PartyCode;
import org.epione.team.boundary.EpisodeDirectory;
import org.epione.team.boundary.EpisodeFacts;
import org.epione.team.boundary.PartRefusedException;
import org.epione.team.boundary.VisitingDoctor;
import org.epione.team.boundary.VisitingDoctors;
import org.epione.team.boundary.VisitingTurn;
import org.epione.team.boundary.VisitorPlaces;

/**
 * The side that asks, once she has agreed: sends the team's turns to her hospital, takes in what
 * she did, and tells that hospital what is over.
 */
@ApplicationScoped
public class OpinionVisits implements VisitingDoctors {

  @Inject private OpinionStore opinions;
  @Inject private ErasedRows rows;
  @Inject private Clock clock;
  @EJB private EpisodeDirectory episodes;
  @EJB private VisitorPlaces places;
  @EJB private Post post;

  @Override
  public List<VisitingDoctor> agreed(RecordId episode) {
    return opinions.requests(episode.hex()).stream()
        .filter(each -> each.state() == OpinionState.ACCEPTED)
        .map(
            each ->
                new VisitingDoctor(
                    each.id(),
                    Pid.of(each.doctorPseudonym().orElseThrow()),
                    new PartyCode(each.asked()),
                    each.doctorName(),
                    each.specialty()))
        .toList();
  }

  @Override
  public void send(VisitingDoctor doctor, VisitingTurn turn) {
    OpinionRequest request = request(doctor);
    send(
        request,
        VisitMessage.TYPE,
        new VisitMessage(ByteString.ofHex(request.id()), turn).encode());
  }

  @Override
  public void over(VisitingDoctor doctor, int step) {
    tell(request(doctor), step, OutcomeMessage.Outcome.OVER, "");
  }

  @Override
  public void release(VisitingDoctor doctor) {
    close(request(doctor), OpinionState.OVER);
  }

  @Override
  public void ended(RecordId episode) {
    opinions.requests(episode.hex()).stream()
        .filter(request -> request.state().isOpen())
        .forEach(request -> close(request, OpinionState.OVER));
  }

  @Override
  public int forget(List<String> ofEpisodes) {
    return rows.change(
        "update OpinionRequest r set r.sealedQuestion = null"
            + " where r.episodeId = :of and r.sealedQuestion is not null",
        ofEpisodes);
  }

  private OpinionRequest request(VisitingDoctor doctor) {
    return opinions.request(doctor.agreement()).orElseThrow();
  }

  /** {@code opinion.done}. */
  void done(ReceivedEnvelope envelope) throws MessageRejectedException {
    VisitedMessage message = VisitedMessage.decode(envelope.payload());
    OpinionRequest request = own(envelope, message.id());
    int step = message.turn().step();
    try {
      boolean taken =
          places.take(
              RecordId.ofHex(request.episodeId()),
              request.id(),
              message.turn(),
              new VisitorPlaces.Message(envelope.id().hex(), envelope.type()));
      tell(request, step, taken ? OutcomeMessage.Outcome.TAKEN : OutcomeMessage.Outcome.OVER, "");
    } catch (PartRefusedException refused) {
      tell(request, step, OutcomeMessage.Outcome.REFUSED, refused.fault().name());
    }
  }

  /** The question, if this is from whom it was asked and to who asked it. */
  OpinionRequest own(ReceivedEnvelope envelope, ByteString id) throws MessageRejectedException {
    return opinions
        .request(id.hex())
        .filter(each -> each.asked().equals(envelope.from().value()))
        .filter(each -> hospital(each).equals(envelope.to()))
        .orElseThrow(() -> new MessageRejectedException("That was not asked of the sender."));
  }

  /** The question is over, and her hospital is told so. */
  void close(OpinionRequest request, OpinionState how) {
    request.move(how, clock.instant());
    over(request);
  }

  /** Her hospital is told that nothing is wanted any more. */
  void over(OpinionRequest request) {
    tell(request, 0, OutcomeMessage.Outcome.OVER, "");
  }

  private void tell(
      OpinionRequest request, int step, OutcomeMessage.Outcome outcome, String reason) {
    send(
        request,
        OutcomeMessage.TYPE,
        new OutcomeMessage(ByteString.ofHex(request.id()), step, outcome, reason).encode());
  }

  private void send(OpinionRequest request, String type, byte[] payload) {
    post.send(hospital(request), new PartyCode(request.asked()), type, payload, Optional.empty());
  }

  /** Which asks. */
  private PartyCode hospital(OpinionRequest request) {
    return episodes
        .byId(RecordId.ofHex(request.episodeId()))
        .map(EpisodeFacts::hospital)
        .orElseThrow();
  }
}

package org.epione.opinion.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.epione.account.boundary.Caller;
import org.epione.chain.boundary.ChainSubmission;
import org.epione.chain.boundary.ReceiptListener;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.receipt.Inclusion;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.OpinionAcceptedBody;
import org.epione.ledger.record.RecordType;
import org.epione.ledger.record.SaltedText;
import org.epione.opinion.boundary.HospitalChoice;
import org.epione.opinion.boundary.OpinionForm;
import org.epione.opinion.boundary.OpinionRequestView;
import org.epione.opinion.entity.OpinionRequest;
import org.epione.opinion.entity.OpinionState;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.Parties;
import org.epione.party.boundary.Post;
import org.epione.party.boundary.ReceivedEnvelope;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;
import org.epione.platform.identity.PartyRole;
import org.epione.team.boundary.EpisodeDirectory;
import org.epione.team.boundary.EpisodeFacts;
import org.epione.team.boundary.VisitorPlaces;

/**
 * The side that asks a doctor of another hospital for her opinion. Her agreement is a record that
 * she signs, which comes by message and goes on the chain here, with the certificates that lead
 * from her key to the system manager. Only then can she be proposed to the patient for a place.
 */
@ApplicationScoped
public class OpinionAsking implements ReceiptListener {

  @Inject private OpinionStore opinions;
  @Inject private OpinionTexts texts;
  @Inject private OpinionVisits visits;
  @Inject private CryptoSuite suite;
  @Inject private Clock clock;
  @EJB private EpisodeDirectory episodes;
  @EJB private VisitorPlaces places;
  @EJB private Parties parties;
  @EJB private Post post;
  @EJB private ChainSubmission chain;

  /** The hospitals that can be asked, by name. */
  public List<HospitalChoice> hospitals(PartyCode own) {
    return parties.ofRole(PartyRole.HOSPITAL).stream()
        .filter(each -> !each.code().equals(own))
        .map(each -> new HospitalChoice(each.code().value(), each.displayName()))
        .sorted(Comparator.comparing(HospitalChoice::name))
        .toList();
  }

  /** Sends the question. */
  public void ask(Caller caller, EpisodeFacts episode, OpinionForm form) {
    if (!episode.isInTreatment()) {
      throw new RefusedException(ErrorCode.EPISODE_MOVED_ON);
    }
    if (episodes.addsTo(episode.episode()).isPresent()) {
      throw new RefusedException(ErrorCode.OPINION_UNFIT);
    }
    String episodeId = episode.episode().hex();
    if (opinions.requests(episodeId).stream().anyMatch(each -> each.state().isOpen())) {
      throw new RefusedException(ErrorCode.OPINION_ASKED);
    }
    PartyCode own = episode.hospital();
    PartyCode asked =
        hospitals(own).stream()
            .filter(each -> each.code().equals(form.hospital()))
            .map(each -> new PartyCode(each.code()))
            .findFirst()
            .orElseThrow(() -> new RefusedException(ErrorCode.OPINION_UNFIT));
    String name = form.doctor().strip();
    if (name.isEmpty() || name.getBytes(StandardCharsets.UTF_8).length > QuestionMessage.MAX_NAME) {
      throw new RefusedException(ErrorCode.OPINION_UNFIT);
    }
    SaltedText question = texts.entered(form.question());
    ByteString id = ByteString.of(suite.random().bytes(16));
    opinions.add(
        new OpinionRequest(
            id.hex(),
            episodeId,
            asked.value(),
            name,
            texts.protect(own, id.hex(), question),
            caller.displayName(),
            clock.instant()));
    QuestionMessage message =
        new QuestionMessage(
            id,
            ByteString.ofHex(episodeId),
            episode.reference(),
            name,
            ByteString.of(texts.seal(own, asked, id, question)));
    post.send(own, asked, QuestionMessage.TYPE, message.encode(), Optional.empty());
  }

  /**
   * Takes a question back. A doctor who has a place is left out by a change of the team instead.
   *
   * @throws RefusedException EHR-4873
   */
  public void takeBack(RecordId episode, String id) {
    OpinionRequest request =
        opinions
            .request(id)
            .filter(each -> each.episodeId().equals(episode.hex()))
            .filter(this::canBeTakenBack)
            .orElseThrow(() -> new RefusedException(ErrorCode.OPINION_MOVED_ON));
    visits.close(request, OpinionState.TAKEN_BACK);
  }

  private boolean canBeTakenBack(OpinionRequest request) {
    return request.state().isOpen()
        && request
            .doctorPseudonym()
            .filter(pid -> places.has(RecordId.ofHex(request.episodeId()), Pid.of(pid)))
            .isEmpty();
  }

  /** What was asked in an episode, the earliest first. */
  public List<OpinionRequestView> views(EpisodeFacts episode) {
    return opinions.requests(episode.episode().hex()).stream()
        .map(
            each ->
                new OpinionRequestView(
                    each.id(),
                    each.doctorName(),
                    parties.name(new PartyCode(each.asked())),
                    each.specialty(),
                    each.sealedQuestion()
                        .map(kept -> texts.unprotect(episode.hospital(), each.id(), kept).text()),
                    each.askedBy(),
                    each.askedAt(),
                    each.state().name(),
                    each.changedAt(),
                    each.reason(),
                    canBeTakenBack(each)))
        .toList();
  }

  /** {@code opinion.answer}. */
  void answered(ReceivedEnvelope envelope) throws MessageRejectedException {
    AnswerMessage message = AnswerMessage.decode(envelope.payload());
    OpinionRequest request = visits.own(envelope, message.id());
    RecordId episode = episodes.lock(RecordId.ofHex(request.episodeId())).orElseThrow().episode();
    if (!request.state().isOpen()) {
      visits.over(request);
      return;
    }
    switch (message.answer()) {
      case ACCEPTED -> accepted(envelope, episode, request, message.accepted().orElseThrow());
      case DECLINED -> before(request, OpinionState.DECLINED);
      case UNKNOWN -> before(request, OpinionState.UNKNOWN);
      case GIVEN_UP, NOT_IN_GOOD_STANDING -> givenUp(episode, request, message.answer());
    }
  }

  private void before(OpinionRequest request, OpinionState next) {
    if (request.state() == OpinionState.ASKED) {
      request.move(next, clock.instant());
    }
  }

  private void givenUp(RecordId episode, OpinionRequest request, AnswerMessage.Answer why) {
    request.doctorPseudonym().ifPresent(pid -> places.gaveUp(episode, Pid.of(pid)));
    request.end(OpinionState.GIVEN_UP, why.name(), clock.instant());
  }

  private void accepted(
      ReceivedEnvelope envelope,
      RecordId episode,
      OpinionRequest request,
      AnswerMessage.Accepted answer)
      throws MessageRejectedException {
    if (request.state() != OpinionState.ASKED) {
      return;
    }
    LedgerRecord signed = answer.signed();
    PartyCode hospital = envelope.to();
    Digest question =
        texts
            .unprotect(hospital, request.id(), request.sealedQuestion().orElseThrow())
            .commitment();
    boolean asAsked =
        signed.body() instanceof OpinionAcceptedBody body
            && body.episode().equals(episode)
            && body.question().equals(question)
            && body.hospital().code().equals(envelope.from().value())
            && body.doctor().pid().equals(signed.author())
            && OpinionAnswering.isNamed(answer.doctorName(), request.doctorName())
            && parties.find(hospital).filter(own -> own.pid().equals(signed.chain())).isPresent();
    if (!asAsked) {
      throw new MessageRejectedException("The agreement is not to what was asked.");
    }
    request.answered(
        signed.author().bytes(),
        answer.doctorName(),
        answer.specialty(),
        signed.id().hex(),
        clock.instant());
    chain.submit(hospital, hospital, signed);
  }

  @Override
  public Set<RecordType> types() {
    return Set.of(RecordType.OPINION_ACCEPTED);
  }

  @Override
  public void onFinal(LedgerRecord submitted, Inclusion inclusion) {
    opinions
        .byRecord(submitted.id().hex())
        .filter(request -> request.state() == OpinionState.ANSWERED)
        .ifPresent(request -> request.move(OpinionState.ACCEPTED, clock.instant()));
  }

  @Override
  public void onRejected(LedgerRecord submitted, String reason) {
    opinions
        .byRecord(submitted.id().hex())
        .filter(request -> request.state() == OpinionState.ANSWERED)
        .ifPresent(
            request -> {
              request.end(OpinionState.REJECTED, reason, clock.instant());
              visits.over(request);
            });
  }
}

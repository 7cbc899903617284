package org.epione.team.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.epione.account.boundary.Caller;
import org.epione.chain.boundary.ChainSubmission;
import org.epione.chain.boundary.ReceiptListener;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.receipt.Inclusion;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.OpinionAcceptedBody;
import org.epione.ledger.record.RecordType;
import org.epione.ledger.record.SaltedText;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.Parties;
import org.epione.party.boundary.Post;
import org.epione.party.boundary.ReceivedEnvelope;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.platform.identity.PartyRole;
import org.epione.team.boundary.DoctorChoice;
import org.epione.team.boundary.HospitalChoice;
import org.epione.team.boundary.OpinionForm;
import org.epione.team.boundary.OpinionRequestView;
import org.epione.team.entity.Episode;
import org.epione.team.entity.EpisodeState;
import org.epione.team.entity.OpinionRequest;
import org.epione.team.entity.OpinionState;
import org.epione.team.entity.TeamMember;

/**
 * The side that asks a doctor of another hospital for her opinion. Her agreement is a record that
 * she signs, which comes by message and goes on the chain here, with the certificates that lead
 * from her key to the system manager. Only then can she be proposed to the patient for a place.
 */
@ApplicationScoped
public class OpinionAsking implements ReceiptListener {

  @Inject private EpisodeStore episodes;
  @Inject private OpinionStore opinions;
  @Inject private OpinionTexts texts;
  @Inject private TeamDoctors doctors;
  @Inject private VisitDispatch visits;
  @Inject private CryptoSuite suite;
  @Inject private Clock clock;
  @EJB private Parties parties;
  @EJB private Post post;
  @EJB private ChainSubmission chain;

  /** A doctor of another hospital who agreed, as one who can be put into the team. */
  record Visitor(TeamDoctors.Doctor doctor, PartyCode home, String specialty) {}

  /** The hospitals that can be asked, by name. */
  public List<HospitalChoice> hospitals(PartyCode own) {
    return parties.ofRole(PartyRole.HOSPITAL).stream()
        .filter(each -> !each.code().equals(own))
        .map(each -> new HospitalChoice(each.code().value(), each.displayName()))
        .sorted(Comparator.comparing(HospitalChoice::name))
        .toList();
  }

  /** Sends the question. */
  public void ask(Caller caller, Episode episode, OpinionForm form) {
    if (episode.state() != EpisodeState.IN_TREATMENT) {
      throw new RefusedException(ErrorCode.EPISODE_MOVED_ON);
    }
    if (episode.appends().isPresent()) {
      throw new RefusedException(ErrorCode.OPINION_UNFIT);
    }
    if (opinions.requests(episode.id()).stream().anyMatch(each -> each.state().isOpen())) {
      throw new RefusedException(ErrorCode.OPINION_ASKED);
    }
    PartyCode own = new PartyCode(episode.hospital());
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
            episode.id(),
            asked.value(),
            name,
            texts.protect(own, id.hex(), question),
            caller.displayName(),
            clock.instant()));
    QuestionMessage message =
        new QuestionMessage(
            id,
            ByteString.ofHex(episode.id()),
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
  public void takeBack(Episode episode, String id) {
    OpinionRequest request =
        opinions
            .request(id)
            .filter(each -> each.episodeId().equals(episode.id()))
            .filter(each -> each.state().isOpen() && !hasPlace(episode, each))
            .orElseThrow(() -> new RefusedException(ErrorCode.OPINION_MOVED_ON));
    visits.close(episode, request, OpinionState.TAKEN_BACK);
  }

  private boolean hasPlace(Episode episode, OpinionRequest request) {
    return request
        .doctorPseudonym()
        .map(pid -> Visitors.account(Pid.of(pid)).toString())
        .filter(
            account ->
                episodes.places(episode.id(), account).stream()
                    .anyMatch(place -> place.epoch() >= episode.epoch()))
        .isPresent();
  }

  /** What was asked in an episode, the earliest first. */
  public List<OpinionRequestView> views(Episode episode) {
    return opinions.requests(episode.id()).stream()
        .map(
            each ->
                new OpinionRequestView(
                    each.id(),
                    each.doctorName(),
                    parties.name(new PartyCode(each.asked())),
                    each.specialty(),
                    each.sealedQuestion()
                        .map(
                            kept ->
                                texts
                                    .unprotect(new PartyCode(episode.hospital()), each.id(), kept)
                                    .text()),
                    each.askedBy(),
                    each.askedAt(),
                    each.state().name(),
                    each.changedAt(),
                    each.reason(),
                    each.state().isOpen() && !hasPlace(episode, each)))
        .toList();
  }

  /** The doctors of other hospitals who agreed and have no place yet. */
  List<Visitor> visitors(Episode episode) {
    return opinions.requests(episode.id()).stream()
        .filter(each -> each.state() == OpinionState.ACCEPTED && !hasPlace(episode, each))
        .map(
            each ->
                new Visitor(
                    new TeamDoctors.Doctor(
                        Visitors.name(each.doctorName(), parties.name(new PartyCode(each.asked()))),
                        Pid.of(each.doctorPseudonym().orElseThrow())),
                    new PartyCode(each.asked()),
                    each.specialty()))
        .toList();
  }

  /** The one of them that this stands for in place of an account. */
  Optional<Visitor> visitor(Episode episode, AccountId account) {
    return visitors(episode).stream()
        .filter(each -> Visitors.account(each.doctor().pid()).equals(account))
        .findFirst();
  }

  /** The same as choices for a place. */
  public List<DoctorChoice> choices(Episode episode) {
    return visitors(episode).stream()
        .flatMap(
            each ->
                doctors
                    .choice(
                        new PartyCode(episode.hospital()),
                        each.doctor(),
                        Visitors.account(each.doctor().pid()),
                        each.specialty())
                    .stream())
        .toList();
  }

  /** {@code opinion.answer}. */
  void answered(ReceivedEnvelope envelope) throws MessageRejectedException {
    AnswerMessage message = AnswerMessage.decode(envelope.payload());
    OpinionRequest request = own(envelope, message.id());
    Episode episode = episodes.lock(request.episodeId()).orElseThrow();
    if (!request.state().isOpen()) {
      visits.tell(episode, request, 0, OutcomeMessage.Outcome.OVER, "");
      return;
    }
    switch (message.answer()) {
      case ACCEPTED -> accepted(envelope, episode, request, message.accepted().orElseThrow());
      case DECLINED -> before(request, OpinionState.DECLINED);
      case UNKNOWN -> before(request, OpinionState.UNKNOWN);
      case GIVEN_UP, NOT_IN_GOOD_STANDING -> givenUp(episode, request, message.answer());
    }
  }

  /** The question, if this is from whom it was asked and to who asked it. */
  OpinionRequest own(ReceivedEnvelope envelope, ByteString id) throws MessageRejectedException {
    return opinions
        .request(id.hex())
        .filter(each -> each.asked().equals(envelope.from().value()))
        .filter(each -> isAskedBy(each, envelope.to()))
        .orElseThrow(() -> new MessageRejectedException("That was not asked of the sender."));
  }

  private boolean isAskedBy(OpinionRequest request, PartyCode hospital) {
    return episodes
        .find(request.episodeId())
        .filter(each -> each.hospital().equals(hospital.value()))
        .isPresent();
  }

  private void before(OpinionRequest request, OpinionState next) {
    if (request.state() == OpinionState.ASKED) {
      request.move(next, clock.instant());
    }
  }

  private void givenUp(Episode episode, OpinionRequest request, AnswerMessage.Answer why) {
    Instant now = clock.instant();
    episodes.members(episode.id()).stream()
        .filter(TeamMember::isVisitor)
        .filter(
            member ->
                request
                    .doctorPseudonym()
                    .filter(pid -> Arrays.equals(pid, member.doctorPseudonym()))
                    .isPresent())
        .forEach(member -> member.gaveUp(now));
    request.end(OpinionState.GIVEN_UP, why.name(), now);
  }

  private void accepted(
      ReceivedEnvelope envelope,
      Episode episode,
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
            && body.episode().hex().equals(episode.id())
            && body.question().equals(question)
            && body.hospital().code().equals(envelope.from().value())
            && body.doctor().pid().equals(signed.author())
            && OpinionAnswering.isNamed(answer.doctorName(), request.doctorName())
            && signed.chain().equals(doctors.pid(hospital));
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
              Episode episode = episodes.find(request.episodeId()).orElseThrow();
              visits.tell(episode, request, 0, OutcomeMessage.Outcome.OVER, "");
            });
  }
}

package org.epione.opinion.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.account.boundary.Caller;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.custody.boundary.KeySession;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.enrolment.boundary.DoctorView;
import org.epione.enrolment.boundary.Doctors;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.opinion.boundary.VisitEntry;
import org.epione.opinion.boundary.VisitView;
import org.epione.opinion.entity.OpinionCase;
import org.epione.opinion.entity.OpinionCaseState;
import org.epione.opinion.entity.OpinionTurn;
import org.epione.opinion.entity.OpinionTurnState;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.Parties;
import org.epione.party.boundary.Post;
import org.epione.party.boundary.ReceivedEnvelope;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.record.boundary.Contribution;
import org.epione.team.boundary.OpenVisit;
import org.epione.team.boundary.PartFault;
import org.epione.team.boundary.PartRefusedException;
import org.epione.team.boundary.SigningView;
import org.epione.team.boundary.VisitedTurn;
import org.epione.team.boundary.VisitingTurn;
import org.epione.team.boundary.Visits;

/**
 * Turns that other hospitals sent to doctors of this one: taken in, opened in the doctor's key
 * session, signed or sent back. Nothing that can be read of them is kept.
 */
@ApplicationScoped
public class VisitDesk {

  @Inject private OpinionStore opinions;
  @Inject private OpinionAnswering answering;
  @Inject private Clock clock;
  @EJB private Visits visits;
  @EJB private Doctors doctors;
  @EJB private Parties parties;
  @EJB private PersonKeys personKeys;
  @EJB private Post post;

  /** {@code opinion.turn}. A turn that came before, or is older than one that did, is dropped. */
  void arrived(ReceivedEnvelope envelope) throws MessageRejectedException {
    VisitMessage message = VisitMessage.decode(envelope.payload());
    VisitingTurn.At at = message.turn().turn();
    OpinionCase asked = own(envelope, message.id());
    int newest = opinions.turns(asked.id()).stream().mapToInt(OpinionTurn::step).max().orElse(0);
    if (asked.isOver() || at.step() <= newest) {
      return;
    }
    if (!answering.isInGoodStanding(asked)) {
      answering.endOfStanding(asked);
      return;
    }
    if (!at.episode().hex().equals(asked.episode())) {
      throw new MessageRejectedException(PartFault.WRONG_EPISODE.name());
    }
    try {
      visits.verify(message.turn(), envelope.from(), certificate(asked));
    } catch (PartRefusedException refused) {
      throw new MessageRejectedException(refused.fault().name(), refused);
    }
    Instant now = clock.instant();
    opinions.endTurns(asked, now);
    opinions.add(
        new OpinionTurn(asked.id(), at.step(), envelope.payload(), message.turn().dueAt(), now));
  }

  /** {@code opinion.outcome}. */
  void outcome(ReceivedEnvelope envelope) throws MessageRejectedException {
    OutcomeMessage message = OutcomeMessage.decode(envelope.payload());
    OpinionCase asked = own(envelope, message.id());
    Instant now = clock.instant();
    if (message.step() == 0) {
      opinions.endTurns(asked, now);
      if (!asked.isOver()) {
        asked.end(OpinionCaseState.OVER, now);
      }
      return;
    }
    opinions
        .turn(OpinionTurn.idOf(asked.id(), message.step()))
        .filter(turn -> !turn.isOver())
        .ifPresent(turn -> settle(turn, message, now));
  }

  private static void settle(OpinionTurn turn, OutcomeMessage message, Instant now) {
    switch (message.outcome()) {
      case TAKEN -> turn.end(OpinionTurnState.TAKEN, now);
      case OVER -> turn.end(OpinionTurnState.OVER, now);
      case REFUSED -> turn.refused(message.reason(), now);
    }
  }

  /** The question, if it is the sender's and was asked here. */
  private OpinionCase own(ReceivedEnvelope envelope, ByteString id)
      throws MessageRejectedException {
    return opinions
        .lock(id.hex())
        .filter(each -> each.asking().equals(envelope.from().value()))
        .filter(each -> each.hospital().equals(envelope.to().value()))
        .orElseThrow(() -> new MessageRejectedException("The sender did not ask that here."));
  }

  private DoctorCertificate certificate(OpinionCase asked) {
    return asked
        .doctorAccount()
        .flatMap(account -> doctors.byAccount(AccountId.of(account)))
        .map(DoctorView::certificate)
        .orElseThrow(() -> new RefusedException(ErrorCode.OPINION_MOVED_ON));
  }

  /** The doctor's turns, the most urgent first. */
  public List<VisitEntry> turns(Caller doctor) {
    Instant now = clock.instant();
    return opinions.turnsOf(doctor.accountId().toString()).stream()
        .map(turn -> entry(turn, opinions.find(turn.caseId()).orElseThrow(), now))
        .toList();
  }

  private VisitEntry entry(OpinionTurn turn, OpinionCase asked, Instant now) {
    return new VisitEntry(
        asked.id(),
        turn.step(),
        parties.name(new PartyCode(asked.asking())),
        asked.reference(),
        answering.question(asked),
        turn.openedAt(),
        turn.dueAt(),
        now.isAfter(turn.dueAt()),
        turn.state() == OpinionTurnState.SENT,
        turn.refusal());
  }

  /** How many turns can be written. */
  public long waiting(Caller doctor) {
    return opinions.turnsOf(doctor.accountId().toString()).stream()
        .filter(turn -> turn.state() == OpinionTurnState.OPEN)
        .count();
  }

  /** Opens, verifies and decrypts. */
  public VisitView open(Caller doctor, KeySession session, String id) {
    Held held = held(doctor, id, Optional.empty());
    try (OpenVisit visit = open(session, held)) {
      return new VisitView(
          id,
          held.turn().step(),
          parties.name(new PartyCode(held.asked().asking())),
          held.asked().reference(),
          answering.question(held.asked()),
          visit.place(),
          visit.order(),
          visit.patient(),
          visit.before(),
          visit.reason(),
          draft(session, held.turn()).map(Contribution::text).or(visit::former).orElse(""),
          held.turn().dueAt(),
          visit.warrantEnds(),
          held.turn().refusal());
    }
  }

  /** Keeps the text, with the salt that will be signed, and shows what signing means. */
  public SigningView prepare(Caller doctor, KeySession session, String id, int step, String text) {
    Held held = held(doctor, id, Optional.of(step));
    try (OpenVisit visit = open(session, held)) {
      Contribution shown = visit.contribution(text);
      held.turn()
          .draft(
              personKeys.sealForSelf(session, draftInfo(), draftOf(held.turn()), shown.encode()));
      return new SigningView(
          held.asked().episode(),
          step,
          0,
          held.asked().reference(),
          visit.patient().name(),
          Optional.empty(),
          visit.place(),
          visit.order(),
          shown.text(),
          List.of(),
          shown.digest().hex(),
          visit.previousDigest(),
          false);
    }
  }

  /** Signs what was shown on top of all before, and sends it to the hospital of the team. */
  public void sign(
      Caller doctor, KeySession session, String id, int step, String contentDigest, char[] password)
      throws WrongPasswordException {
    Held held = held(doctor, id, Optional.of(step));
    try (OpenVisit visit = open(session, held)) {
      Contribution shown =
          draft(session, held.turn())
              .filter(each -> each.digest().hex().equals(contentDigest))
              .orElseThrow(() -> new RefusedException(ErrorCode.NOT_WHAT_WAS_SHOWN));
      send(held, visit.sign(doctor.accountId(), password, shown));
    }
  }

  /** Sends the turn back to a doctor before, for correction. */
  public void sendBack(
      Caller doctor, KeySession session, String id, int step, int place, String reason) {
    Held held = held(doctor, id, Optional.of(step));
    try (OpenVisit visit = open(session, held)) {
      send(held, visit.sendBack(place, reason));
    }
  }

  private void send(Held held, VisitedTurn done) {
    held.turn().sent(clock.instant());
    post.send(
        new PartyCode(held.asked().hospital()),
        new PartyCode(held.asked().asking()),
        VisitedMessage.TYPE,
        new VisitedMessage(ByteString.ofHex(held.asked().id()), done).encode(),
        Optional.empty());
  }

  /** A turn that is the doctor's, with nothing of it opened. */
  private record Held(OpinionCase asked, OpinionTurn turn, DoctorView doctor) {}

  /** The doctor's open turn of that question. */
  private Held held(Caller doctor, String id, Optional<Integer> step) {
    OpinionCase asked = answering.require(doctor, id, OpinionCaseState.ACCEPTED);
    DoctorView own =
        doctors
            .byAccount(doctor.accountId())
            .filter(visits::isInGoodStanding)
            .orElseThrow(() -> new RefusedException(ErrorCode.OPINION_STANDING));
    return opinions.turns(id).stream()
        .filter(each -> each.state() == OpinionTurnState.OPEN)
        .filter(each -> step.isEmpty() || step.get() == each.step())
        .findFirst()
        .map(turn -> new Held(asked, turn, own))
        .orElseThrow(() -> new RefusedException(ErrorCode.OPINION_MOVED_ON));
  }

  private OpenVisit open(KeySession session, Held held) {
    VisitMessage message = VisitMessage.decode(held.turn().message().orElseThrow());
    return visits.open(
        session, message.turn(), new PartyCode(held.asked().asking()), held.doctor().certificate());
  }

  private Optional<Contribution> draft(KeySession session, OpinionTurn turn) {
    return turn.sealedDraft()
        .map(
            kept ->
                Contribution.decode(personKeys.openOwn(session, draftInfo(), draftOf(turn), kept)));
  }

  /** HPKE info; the turn is in the associated data. */
  private static byte[] draftInfo() {
    return CanonicalWriter.of("epione.opinion.draft.seal", 1).toByteArray();
  }

  private static byte[] draftOf(OpinionTurn turn) {
    return CanonicalWriter.of("epione.opinion.draft.turn", 1)
        .fixed(ByteString.ofHex(turn.caseId()).bytes(), 16)
        .u16(turn.step())
        .toByteArray();
  }
}

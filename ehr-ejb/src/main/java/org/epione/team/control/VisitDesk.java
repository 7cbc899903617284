package org.epione.team.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epione.account.boundary.Caller;
import org.epione.attachment.boundary.Attachment;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.custody.boundary.KeySession;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.enrolment.boundary.DoctorView;
import org.epione.enrolment.boundary.Doctors;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.Parties;
import org.epione.party.boundary.Post;
import org.epione.party.boundary.ReceivedEnvelope;
import org.epione.party.boundary.ReceivingKeys;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.record.boundary.Contribution;
import org.epione.team.boundary.PartView;
import org.epione.team.boundary.SigningView;
import org.epione.team.boundary.TurnView;
import org.epione.team.boundary.VisitEntry;
import org.epione.team.boundary.VisitView;
import org.epione.team.entity.OpinionCase;
import org.epione.team.entity.OpinionCaseState;
import org.epione.team.entity.OpinionTurn;
import org.epione.team.entity.OpinionTurnState;

/**
 * Turns that other hospitals sent to doctors of this one: taken in, opened in the doctor's key
 * session, signed or sent back. Nothing that can be read of them is kept.
 */
@ApplicationScoped
public class VisitDesk {

  @Inject private OpinionStore opinions;
  @Inject private OpinionAnswering answering;
  @Inject private VisitedTeam teams;
  @Inject private TeamDoctors standing;
  @Inject private Signing signing;
  @Inject private CryptoSuite suite;
  @Inject private Clock clock;
  @EJB private Doctors doctors;
  @EJB private Parties parties;
  @EJB private ReceivingKeys receivingKeys;
  @EJB private PersonKeys personKeys;
  @EJB private Post post;

  /** {@code opinion.turn}. A turn that came before, or is older than one that did, is dropped. */
  void arrived(ReceivedEnvelope envelope) throws MessageRejectedException {
    VisitMessage message = VisitMessage.decode(envelope.payload());
    OpinionCase asked = own(envelope, message.id());
    List<OpinionTurn> known = opinions.turns(asked.id());
    int newest = known.stream().mapToInt(OpinionTurn::step).max().orElse(0);
    if (asked.isOver() || message.turn().step() <= newest) {
      return;
    }
    if (!answering.isInGoodStanding(asked)) {
      answering.endOfStanding(asked);
      return;
    }
    if (!message.turn().episode().hex().equals(asked.episode())) {
      throw new MessageRejectedException(PartFault.WRONG_EPISODE.name());
    }
    try {
      teams.verified(message, envelope.from(), certificate(asked));
    } catch (PartRefusedException refused) {
      throw new MessageRejectedException(refused.fault().name(), refused);
    }
    Instant now = clock.instant();
    known.stream()
        .filter(turn -> !turn.isOver())
        .forEach(turn -> turn.end(OpinionTurnState.OVER, now));
    opinions.add(
        new OpinionTurn(
            asked.id(), message.turn().step(), envelope.payload(), message.dueAt(), now));
  }

  /** {@code opinion.outcome}. */
  void outcome(ReceivedEnvelope envelope) throws MessageRejectedException {
    OutcomeMessage message = OutcomeMessage.decode(envelope.payload());
    OpinionCase asked = own(envelope, message.id());
    Instant now = clock.instant();
    if (message.step() == 0) {
      opinions.turns(asked.id()).stream()
          .filter(turn -> !turn.isOver())
          .forEach(turn -> turn.end(OpinionTurnState.OVER, now));
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
    try (OpenVisit visit = visit(doctor, session, id, Optional.empty())) {
      PatientFacts facts = visit.briefing().facts();
      return new VisitView(
          id,
          visit.turn().step(),
          parties.name(new PartyCode(visit.asked().asking())),
          visit.asked().reference(),
          answering.question(visit.asked()),
          visit.place(),
          visit.order(),
          new TurnView.PatientView(
              facts.name(), facts.birthDate(), facts.complaint(), facts.symptomCode()),
          before(visit),
          visit.message().sealedReason().map(why -> reason(visit, why)),
          text(session, visit),
          visit.turn().dueAt(),
          visit.warrant().notAfter(),
          visit.turn().refusal());
    }
  }

  private static String reason(OpenVisit visit, ByteString why) {
    try {
      return new String(
          visit.key().open(GroupKey.Kind.REASON, visit.place(), why.bytes()),
          StandardCharsets.UTF_8);
    } catch (DecryptionFailedException altered) {
      throw new RefusedException(ErrorCode.PARTS_INVALID, PartFault.ALTERED_TEXT.name());
    }
  }

  private static List<PartView> before(OpenVisit visit) {
    List<PartView> parts = new ArrayList<>();
    for (int i = 0; i < visit.statements().size(); i++) {
      parts.add(
          new PartView(
              i + 1,
              visit.order().get(i),
              visit.statements().get(i).time(),
              visit.contributions().get(i).text(),
              visit.contributions().get(i).attachments().stream().map(Attachment::view).toList()));
    }
    return parts;
  }

  /** What was about to be signed, or was signed before that became void. */
  private String text(KeySession session, OpenVisit visit) {
    return draft(session, visit.turn())
        .map(Contribution::text)
        .or(() -> visit.message().sealedFormer().flatMap(before -> former(visit, before)))
        .orElse("");
  }

  /** Text that was spoiled on its way may be why the turn came back: she writes it again. */
  private static Optional<String> former(OpenVisit visit, ByteString before) {
    try {
      return Optional.of(visit.key().openContribution(visit.place(), before.bytes()).text());
    } catch (DecryptionFailedException | MalformedEncodingException spoiled) {
      return Optional.empty();
    }
  }

  /** Keeps the text, with the salt that will be signed, and shows what signing means. */
  public SigningView prepare(Caller doctor, KeySession session, String id, int step, String text) {
    try (OpenVisit visit = visit(doctor, session, id, Optional.of(step))) {
      Contribution shown = contribution(visit, text);
      visit
          .turn()
          .draft(
              personKeys.sealForSelf(session, draftInfo(), draftOf(visit.turn()), shown.encode()));
      return new SigningView(
          visit.asked().episode(),
          step,
          0,
          visit.asked().reference(),
          visit.briefing().facts().name(),
          Optional.empty(),
          visit.place(),
          visit.order(),
          shown.text(),
          List.of(),
          shown.digest().hex(),
          last(visit).digest().hex(),
          false);
    }
  }

  private Contribution contribution(OpenVisit visit, String text) {
    try {
      return new Contribution(
          visit.message().turn().episode(),
          visit.place(),
          ByteString.of(visit.roster().order().ids().get(visit.place() - 1).bytes()),
          ByteString.of(suite.random().bytes(32)),
          text);
    } catch (IllegalArgumentException unusable) {
      throw new RefusedException(ErrorCode.DIAGNOSIS_UNUSABLE);
    }
  }

  private static Statement last(OpenVisit visit) {
    return visit.statements().get(visit.statements().size() - 1);
  }

  /** Signs what was shown on top of all before, and sends it to the hospital of the team. */
  public void sign(
      Caller doctor, KeySession session, String id, int step, String contentDigest, char[] password)
      throws WrongPasswordException {
    try (OpenVisit visit = visit(doctor, session, id, Optional.of(step))) {
      Contribution shown =
          draft(session, visit.turn())
              .filter(each -> each.digest().hex().equals(contentDigest))
              .orElseThrow(() -> new RefusedException(ErrorCode.NOT_WHAT_WAS_SHOWN));
      Instant now = clock.instant();
      Optional<Instant> seen = visit.message().lastSignedAt();
      if (seen.filter(time -> !now.isAfter(time)).isPresent()) {
        throw new RefusedException(ErrorCode.CLOCK_BEHIND);
      }
      SignedPart part =
          signing.add(
              doctor.accountId(),
              password,
              new Signing.Next(
                  visit.roster(),
                  visit.place(),
                  visit.message().parts(),
                  Optional.of(last(visit)),
                  visit.key()),
              shown,
              now);
      send(visit, Optional.of(part), Optional.empty());
    }
  }

  /** Sends the turn back to a doctor before, for correction. */
  public void sendBack(
      Caller doctor, KeySession session, String id, int step, int place, String reason) {
    byte[] why = reason.strip().getBytes(StandardCharsets.UTF_8);
    if (why.length == 0 || why.length > ReturnMessage.MAX_REASON) {
      throw new RefusedException(ErrorCode.REASON_MISSING);
    }
    try (OpenVisit visit = visit(doctor, session, id, Optional.of(step))) {
      if (place < 1 || place >= visit.place()) {
        throw new RefusedException(ErrorCode.NOT_BEFORE_YOU);
      }
      byte[] sealed = visit.key().seal(GroupKey.Kind.REASON, place, why);
      send(
          visit,
          Optional.empty(),
          Optional.of(new VisitedMessage.Returned(place, ByteString.of(sealed))));
    }
  }

  private void send(
      OpenVisit visit, Optional<SignedPart> part, Optional<VisitedMessage.Returned> returned) {
    VisitMessage.At at = visit.message().turn();
    VisitedMessage message =
        new VisitedMessage(
            visit.message().id(), at.epoch(), at.step(), visit.confirmation(), part, returned);
    visit.turn().sent(clock.instant());
    post.send(
        new PartyCode(visit.asked().hospital()),
        new PartyCode(visit.asked().asking()),
        VisitedMessage.TYPE,
        message.encode(),
        Optional.empty());
  }

  /** The doctor's open turn of that question. */
  private OpenVisit visit(Caller doctor, KeySession session, String id, Optional<Integer> step) {
    OpinionCase asked = answering.require(doctor, id, OpinionCaseState.ACCEPTED);
    DoctorView own =
        doctors
            .byAccount(doctor.accountId())
            .filter(standing::isInGoodStanding)
            .orElseThrow(() -> new RefusedException(ErrorCode.OPINION_STANDING));
    OpinionTurn turn =
        opinions.turns(id).stream()
            .filter(each -> each.state() == OpinionTurnState.OPEN)
            .filter(each -> step.isEmpty() || step.get() == each.step())
            .findFirst()
            .orElseThrow(() -> new RefusedException(ErrorCode.OPINION_MOVED_ON));
    VisitMessage message = VisitMessage.decode(turn.message().orElseThrow());
    try {
      Roster roster = teams.verified(message, new PartyCode(asked.asking()), own.certificate());
      if (!roster.warrants().get(message.turn().place() - 1).includes(clock.instant())) {
        throw new RefusedException(ErrorCode.WARRANT_MISSING);
      }
      return opened(session, asked, turn, message, roster);
    } catch (PartRefusedException refused) {
      throw new RefusedException(ErrorCode.PARTS_INVALID, refused.fault().name());
    }
  }

  private OpenVisit opened(
      KeySession session, OpinionCase asked, OpinionTurn turn, VisitMessage message, Roster roster)
      throws PartRefusedException {
    Briefing briefing = briefing(session, asked, message);
    VisitMessage.At at = message.turn();
    GroupKey key =
        new GroupKey(suite.aead(), briefing.groupKey().bytes(), at.episode(), at.epoch());
    boolean verified = false;
    try {
      List<Statement> statements =
          new PartChain(suite, roster).verify(message.parts(), clock.instant());
      List<Contribution> contributions = new ArrayList<>();
      for (int i = 0; i < statements.size(); i++) {
        contributions.add(
            PartChain.read(key, statements.get(i), message.parts().get(i).sealedText().bytes()));
      }
      InvitationMessage invitation =
          new InvitationMessage(at.episode(), at.epoch(), at.place(), message.sealedBriefing());
      ByteString confirmation =
          ByteString.of(
              key.confirmation(
                  Roster.confirmationTranscript(invitation, asked.asking(), message.order())));
      verified = true;
      return new OpenVisit(
          asked, turn, message, roster, briefing, key, confirmation, statements, contributions);
    } finally {
      if (!verified) {
        key.close();
      }
    }
  }

  private Briefing briefing(KeySession session, OpinionCase asked, VisitMessage message) {
    VisitMessage.At at = message.turn();
    try {
      return Briefing.decode(
          personKeys.openAuthenticated(
              session,
              receivingKeys.require(new PartyCode(asked.asking())),
              Briefing.sealingInfo(),
              Briefing.place(
                  at.episode(),
                  at.epoch(),
                  at.place(),
                  message.order().get(at.place() - 1).bytes()),
              message.sealedBriefing().bytes()));
    } catch (DecryptionFailedException | MalformedEncodingException foreign) {
      throw new RefusedException(ErrorCode.GROUP_KEY_UNUSABLE);
    }
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

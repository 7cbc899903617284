package org.epione.opinion.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.epione.account.boundary.Caller;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.identity.RecordId;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.Will;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.enrolment.boundary.DoctorView;
import org.epione.enrolment.boundary.Doctors;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.OpinionAcceptedBody;
import org.epione.ledger.record.RecordContent;
import org.epione.ledger.record.RecordSignature;
import org.epione.ledger.record.SaltedText;
import org.epione.opinion.boundary.OpinionCaseView;
import org.epione.opinion.entity.OpinionCase;
import org.epione.opinion.entity.OpinionCaseState;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.Parties;
import org.epione.party.boundary.PartyView;
import org.epione.party.boundary.Post;
import org.epione.party.boundary.ReceivedEnvelope;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.platform.identity.PartyRole;
import org.epione.team.boundary.Visits;

/**
 * The side that is asked: a doctor sees the questions that name her, and agrees by a record that
 * she signs for the other hospital's chain, or declines.
 */
@ApplicationScoped
public class OpinionAnswering {

  /** Most questions of one hospital that wait at another. */
  private static final int MOST_OPEN = 100;

  private static final Pattern BETWEEN_WORDS = Pattern.compile("\\s+");
  private static final Set<String> TITLES = Set.of("dr", "prof");

  @Inject private OpinionStore opinions;
  @Inject private OpinionTexts texts;
  @Inject private Clock clock;
  @EJB private Visits visits;
  @EJB private Doctors doctors;
  @EJB private Parties parties;
  @EJB private PersonKeys personKeys;
  @EJB private Post post;

  /** {@code opinion.question}. */
  void asked(ReceivedEnvelope envelope) throws MessageRejectedException {
    QuestionMessage message = QuestionMessage.decode(envelope.payload());
    boolean fromAnotherHospital =
        !envelope.from().equals(envelope.to())
            && parties
                .find(envelope.from())
                .filter(each -> each.role() == PartyRole.HOSPITAL)
                .isPresent();
    if (!fromAnotherHospital || opinions.find(message.id().hex()).isPresent()) {
      throw new MessageRejectedException("Only another hospital asks, and once.");
    }
    long open =
        opinions.open(envelope.to().value()).stream()
            .filter(each -> each.asking().equals(envelope.from().value()))
            .count();
    if (open >= MOST_OPEN) {
      throw new MessageRejectedException("Too many questions of that hospital wait already.");
    }
    SaltedText question =
        texts.open(envelope.to(), envelope.from(), message.id(), message.sealedQuestion().bytes());
    boolean known =
        doctors.ofHospital(envelope.to()).stream()
            .filter(each -> isNamed(each.displayName(), message.doctorName()))
            .anyMatch(visits::isInGoodStanding);
    if (!known) {
      answer(
          envelope.to(),
          envelope.from(),
          new AnswerMessage(message.id(), AnswerMessage.Answer.UNKNOWN));
      return;
    }
    String id = message.id().hex();
    opinions.add(
        new OpinionCase(
            id,
            new OpinionCase.Parties(envelope.to().value(), envelope.from().value()),
            new OpinionCase.Asked(message.episode().hex(), message.reference()),
            message.doctorName(),
            texts.protect(envelope.to(), id, question),
            clock.instant()));
  }

  /** Whether a doctor is meant: titles, spaces and capital letters do not matter. */
  static boolean isNamed(String doctor, String asked) {
    return plain(doctor).equals(plain(asked));
  }

  private static String plain(String name) {
    String words =
        Normalizer.normalize(name, Normalizer.Form.NFC)
            .toLowerCase(Locale.ROOT)
            .replace('.', ' ')
            .strip();
    return BETWEEN_WORDS
        .splitAsStream(words)
        .filter(word -> !TITLES.contains(word))
        .collect(Collectors.joining(" "));
  }

  /** The questions that wait for the doctor, the earliest first. */
  public List<OpinionCaseView> waiting(Caller doctor) {
    return open(doctor).map(this::view).toList();
  }

  /** How many wait for her. */
  public long count(Caller doctor) {
    return open(doctor).count();
  }

  private Stream<OpinionCase> open(Caller doctor) {
    Optional<String> name = name(doctor);
    return opinions.open(doctor.party().value()).stream().filter(each -> isNamed(name, each));
  }

  private Optional<String> name(Caller doctor) {
    return doctors.byAccount(doctor.accountId()).map(DoctorView::displayName);
  }

  private static boolean isNamed(Optional<String> doctor, OpinionCase each) {
    return doctor.filter(name -> isNamed(name, each.doctorName())).isPresent();
  }

  /** The questions that she agreed to and that go on. */
  public List<OpinionCaseView> accepted(Caller doctor) {
    return opinions.accepted(doctor.accountId().toString()).stream().map(this::view).toList();
  }

  private OpinionCaseView view(OpinionCase each) {
    return new OpinionCaseView(
        each.id(),
        parties.name(new PartyCode(each.asking())),
        each.reference(),
        question(each),
        each.receivedAt());
  }

  /** What was asked; empty once that was destroyed. */
  String question(OpinionCase each) {
    return each.sealedQuestion()
        .map(kept -> texts.unprotect(new PartyCode(each.hospital()), each.id(), kept).text())
        .orElse("");
  }

  /** Whether it is this doctor's: she agreed to it, or it waits and names her. */
  boolean isFor(Caller doctor, OpinionCase each) {
    if (!each.hospital().equals(doctor.party().value())) {
      return false;
    }
    return each.state() == OpinionCaseState.OPEN
        ? isNamed(name(doctor), each)
        : each.doctorAccount().equals(Optional.of(doctor.accountId().toString()));
  }

  /** Whether the question with this id is this doctor's. */
  boolean isFor(Caller doctor, String id) {
    return opinions.find(id).filter(each -> isFor(doctor, each)).isPresent();
  }

  /** She agrees, which her signature on a record of the other hospital's chain says. */
  public void accept(Caller doctor, String id, char[] password) throws WrongPasswordException {
    OpinionCase asked = require(doctor, id, OpinionCaseState.OPEN);
    DoctorView own =
        doctors
            .byAccount(doctor.accountId())
            .filter(visits::isInGoodStanding)
            .orElseThrow(() -> new RefusedException(ErrorCode.OPINION_STANDING));
    PartyCode asking = new PartyCode(asked.asking());
    SaltedText question = texts.unprotect(doctor.party(), id, asked.sealedQuestion().orElseThrow());
    Instant now = clock.instant();
    RecordContent content =
        new RecordContent(
            parties
                .find(asking)
                .map(PartyView::pid)
                .orElseThrow(() -> new RefusedException(ErrorCode.PARTY_UNKNOWN, asking.value())),
            own.pid(),
            now,
            new OpinionAcceptedBody(
                RecordId.ofHex(asked.episode()),
                own.certificate(),
                parties
                    .certificate(doctor.party())
                    .orElseThrow(() -> new RefusedException(ErrorCode.NOT_ADMITTED)),
                question.commitment()));
    LedgerRecord signed;
    try (Will will = personKeys.will(doctor.accountId(), password)) {
      signed = content.signed(RecordSignature.of(will.sign(content.toSign())));
    }
    asked.accept(doctor.accountId().toString(), now);
    answer(
        doctor.party(),
        asking,
        new AnswerMessage(
            ByteString.ofHex(id),
            AnswerMessage.Answer.ACCEPTED,
            Optional.of(new AnswerMessage.Accepted(signed, own.displayName(), own.specialty()))));
  }

  /** She declines, or gives up what she had agreed to. */
  public void decline(Caller doctor, String id) {
    OpinionCase asked =
        opinions
            .lock(id)
            .filter(each -> isFor(doctor, each) && !each.isOver())
            .orElseThrow(() -> new RefusedException(ErrorCode.OPINION_MOVED_ON));
    end(
        asked,
        asked.state() == OpinionCaseState.OPEN
            ? AnswerMessage.Answer.DECLINED
            : AnswerMessage.Answer.GIVEN_UP);
  }

  /** Ends what the doctors agreed to who are not in good standing here any more. */
  void endWithoutStanding() {
    for (OpinionCase each : opinions.accepted()) {
      if (parties.hosts(new PartyCode(each.hospital())) && !isInGoodStanding(each)) {
        opinions.lock(each.id()).filter(still -> !still.isOver()).ifPresent(this::endOfStanding);
      }
    }
  }

  void endOfStanding(OpinionCase asked) {
    end(asked, AnswerMessage.Answer.NOT_IN_GOOD_STANDING);
  }

  boolean isInGoodStanding(OpinionCase asked) {
    return asked
        .doctorAccount()
        .flatMap(account -> doctors.byAccount(AccountId.of(account)))
        .filter(visits::isInGoodStanding)
        .isPresent();
  }

  private void end(OpinionCase asked, AnswerMessage.Answer answer) {
    Instant now = clock.instant();
    asked.end(OpinionCaseState.DECLINED, now);
    opinions.endTurns(asked, now);
    answer(
        new PartyCode(asked.hospital()),
        new PartyCode(asked.asking()),
        new AnswerMessage(ByteString.ofHex(asked.id()), answer));
  }

  /** The question, locked, in that state and this doctor's. */
  OpinionCase require(Caller doctor, String id, OpinionCaseState state) {
    OpinionCase asked =
        opinions
            .lock(id)
            .filter(each -> isFor(doctor, each))
            .orElseThrow(() -> new RefusedException(ErrorCode.OPINION_MOVED_ON));
    if (asked.state() != state) {
      throw new RefusedException(ErrorCode.OPINION_MOVED_ON);
    }
    return asked;
  }

  private void answer(PartyCode from, PartyCode to, AnswerMessage message) {
    post.send(from, to, AnswerMessage.TYPE, message.encode(), Optional.empty());
  }
}

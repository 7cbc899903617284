package org.epione.messaging.hl7;

import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.epione.crypto.random.RandomSource;
import org.epione.enrolment.boundary.Answers;
import org.epione.enrolment.boundary.ArrivedMessage;
import org.epione.enrolment.boundary.EarlierMessage;
import org.epione.enrolment.boundary.Hl7State;
import org.epione.enrolment.boundary.KeptMessage;
import org.epione.enrolment.boundary.MessageFacts;
import org.epione.enrolment.boundary.MessageJournal;
import org.epione.enrolment.boundary.MessageKey;
import org.epione.party.boundary.Parties;
import org.epione.party.boundary.PartyView;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;
import org.epione.platform.identity.PartyRole;

/**
 * One message and its answers: kept, recognised if it came before, checked, applied, answered. What
 * is not a fault of the message, for example a database that is away, comes out as the exception it
 * is, so that the broker delivers the message again.
 */
final class Conversation {

  private static final Logger LOG = Logger.getLogger(Conversation.class.getName());
  private static final int LONGEST_CONTROL_ID = 199;

  private final MessageJournal journal;
  private final Parties parties;
  private final PatientMessageReader reader;
  private final RandomSource random;
  private final Clock clock;

  Conversation(
      MessageJournal journal,
      Parties parties,
      PatientMessageReader reader,
      RandomSource random,
      Clock clock) {
    this.journal = journal;
    this.parties = parties;
    this.reader = reader;
    this.random = random;
    this.clock = clock;
  }

  /** Takes a message; one that was answered before, and is delivered again, changes nothing. */
  void receive(ArrivedMessage arrived) {
    KeptMessage kept = journal.keep(arrived);
    if (!kept.settled()) {
      answer(kept, arrived);
    }
  }

  private void answer(KeptMessage kept, ArrivedMessage arrived) {
    MessageText text = MessageText.of(arrived.content(), arrived.asText());
    Optional<MessageHeader> found = MessageHeader.of(text.text());
    if (found.isEmpty()) {
      byte[] answer = acknowledgement(text).toUnreadable(Fault.NOT_HL7);
      Answers answers = new Answers(Optional.empty(), Optional.of(answer));
      journal.settle(kept, MessageFacts.NONE, Hl7State.REFUSED, Fault.NOT_HL7.code(), answers);
      return;
    }
    MessageHeader header = found.get();
    Optional<Fault> unusable = unusable(arrived, text, header);
    if (unusable.isPresent()) {
      // without a usable control id there is nothing to recognise a repetition by
      MessageFacts facts = facts(header, Optional.empty());
      refuse(kept, facts, header, text, unusable.get());
      return;
    }
    MessageKey key =
        new MessageKey(header.sendingApplication(), header.sendingFacility(), header.controlId());
    Optional<EarlierMessage> earlier = journal.earlier(key);
    if (earlier.isPresent()) {
      repeat(kept, facts(header, Optional.of(key)), header, text, earlier.get());
      return;
    }
    apply(kept, facts(header, Optional.of(key)), header, text);
  }

  private void apply(KeptMessage kept, MessageFacts facts, MessageHeader header, MessageText text) {
    try {
      reader.checkKind(header);
      requireHospital(header);
      PatientMessage message = reader.read(header, text.text());
      journal.apply(
          kept,
          facts,
          message.number(),
          message.changes(),
          message.mayRegister(),
          answers(header, text, Optional.empty()));
    } catch (InvalidMessageException invalid) {
      refuse(kept, facts, header, text, invalid.fault());
    } catch (RefusedException refused) {
      refuse(kept, facts, header, text, fault(refused));
    }
  }

  private void repeat(
      KeptMessage kept,
      MessageFacts facts,
      MessageHeader header,
      MessageText text,
      EarlierMessage earlier) {
    if (earlier.digest().equals(kept.digest())) {
      journal.settle(kept, facts, Hl7State.REPEATED, "", earlier.answers());
      return;
    }
    Fault fault = Fault.CONTROL_ID_REUSED;
    LOG.log(
        Level.WARNING,
        "{0} {1} Message {2}. Ask the sender to number its messages.",
        new Object[] {fault.code(), fault.explanation(), kept.id()});
    journal.settle(
        kept, facts, Hl7State.CONFLICTING, fault.code(), answers(header, text, Optional.of(fault)));
  }

  private void refuse(
      KeptMessage kept, MessageFacts facts, MessageHeader header, MessageText text, Fault fault) {
    LOG.log(
        Level.FINE,
        "{0} HL7 message {1} refused: {2}",
        new Object[] {fault.code(), kept.id(), fault.explanation()});
    journal.settle(
        kept, facts, Hl7State.REFUSED, fault.code(), answers(header, text, Optional.of(fault)));
  }

  private static Optional<Fault> unusable(
      ArrivedMessage arrived, MessageText text, MessageHeader header) {
    if (arrived.size() > ArrivedMessage.LIMIT) {
      return Optional.of(Fault.TOO_LARGE);
    }
    if (text.fault().isPresent()) {
      return text.fault();
    }
    String controlId = header.controlId();
    return controlId.isBlank() || controlId.length() > LONGEST_CONTROL_ID
        ? Optional.of(Fault.CONTROL_ID_MISSING)
        : Optional.empty();
  }

  private void requireHospital(MessageHeader header) throws InvalidMessageException {
    String code = header.hospital();
    boolean admitted =
        PartyCode.isValid(code)
            && parties
                .find(new PartyCode(code))
                .filter(party -> party.role() == PartyRole.HOSPITAL)
                .filter(PartyView::hosted)
                .isPresent();
    if (!admitted) {
      throw new InvalidMessageException(Fault.HOSPITAL);
    }
  }

  private static Fault fault(RefusedException refused) {
    return switch (refused.code()) {
      case PATIENT_UNKNOWN -> Fault.UNKNOWN_PATIENT;
      case INVALID_INPUT -> Fault.BIRTH_DATE;
      default -> Fault.REFUSED;
    };
  }

  /** What the sender wants to hear: of success where there is no fault. */
  private Answers answers(MessageHeader header, MessageText text, Optional<Fault> fault) {
    AcknowledgementWish wish = AcknowledgementWish.of(header);
    if (!wish.enhanced()) {
      AcknowledgementCode code = fault.map(Conversation::code).orElse(AcknowledgementCode.AA);
      return new Answers(
          Optional.empty(), Optional.of(acknowledgement(text).to(header, code, fault)));
    }
    Optional<Fault> atCommit = fault.filter(f -> f.rejection() || f == Fault.CONTROL_ID_REUSED);
    Optional<byte[]> accept = Optional.empty();
    if (wish.accept().wants(atCommit.isEmpty())) {
      AcknowledgementCode code =
          atCommit.map(Conversation::commitCode).orElse(AcknowledgementCode.CA);
      accept = Optional.of(acknowledgement(text).to(header, code, atCommit));
    }
    Optional<byte[]> application = Optional.empty();
    if (atCommit.isEmpty() && wish.application().wants(fault.isEmpty())) {
      AcknowledgementCode code = fault.isEmpty() ? AcknowledgementCode.AA : AcknowledgementCode.AE;
      application = Optional.of(acknowledgement(text).to(header, code, fault));
    }
    return new Answers(accept, application);
  }

  private static AcknowledgementCode code(Fault fault) {
    return fault.rejection() ? AcknowledgementCode.AR : AcknowledgementCode.AE;
  }

  private static AcknowledgementCode commitCode(Fault fault) {
    return fault.rejection() ? AcknowledgementCode.CR : AcknowledgementCode.CE;
  }

  private Acknowledgement acknowledgement(MessageText text) {
    return new Acknowledgement(
        HexFormat.of().withUpperCase().formatHex(random.bytes(10)),
        clock.instant(),
        text.charset());
  }

  private static MessageFacts facts(MessageHeader header, Optional<MessageKey> key) {
    String event = (header.messageCode() + " " + header.triggerEvent()).strip();
    return new MessageFacts(key, event, header.hospital());
  }
}

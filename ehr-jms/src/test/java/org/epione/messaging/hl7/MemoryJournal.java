package org.epione.messaging.hl7;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.epione.crypto.transcript.Digest;
import org.epione.enrolment.boundary.Answers;
import org.epione.enrolment.boundary.ArrivedMessage;
import org.epione.enrolment.boundary.EarlierMessage;
import org.epione.enrolment.boundary.Hl7State;
import org.epione.enrolment.boundary.KeptMessage;
import org.epione.enrolment.boundary.MessageFacts;
import org.epione.enrolment.boundary.MessageJournal;
import org.epione.enrolment.boundary.MessageKey;
import org.epione.enrolment.boundary.PatientChanges;
import org.epione.enrolment.boundary.PatientNumber;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;

/** The journal without a database; the real one is tested in its own module. */
final class MemoryJournal extends MessageJournal {

  final Map<String, ArrivedMessage> kept = new HashMap<>();
  final Map<String, Hl7State> states = new HashMap<>();
  final Map<PatientNumber, PatientChanges> patients = new HashMap<>();
  final List<String> faults = new ArrayList<>();
  final List<byte[]> answers = new ArrayList<>();
  private final Map<MessageKey, EarlierMessage> earlier = new HashMap<>();

  @Override
  public KeptMessage keep(ArrivedMessage arrived) {
    String id = arrived.transportId().orElseThrow();
    kept.putIfAbsent(id, arrived);
    return new KeptMessage(id, Digest.of(arrived.content()).hex(), states.containsKey(id));
  }

  @Override
  public Optional<EarlierMessage> earlier(MessageKey key) {
    return Optional.ofNullable(earlier.get(key));
  }

  @Override
  public void apply(
      KeptMessage message,
      MessageFacts facts,
      PatientNumber number,
      PatientChanges data,
      boolean mayRegister,
      Answers toSend) {
    if (!mayRegister && !patients.containsKey(number)) {
      throw new RefusedException(ErrorCode.PATIENT_UNKNOWN);
    }
    patients.put(number, data);
    settle(message, facts, Hl7State.APPLIED, "", toSend);
  }

  @Override
  public void settle(
      KeptMessage message, MessageFacts facts, Hl7State outcome, String fault, Answers toSend) {
    states.put(message.id(), outcome);
    faults.add(fault);
    if (outcome == Hl7State.APPLIED || outcome == Hl7State.REFUSED) {
      facts.key().ifPresent(key -> earlier.put(key, new EarlierMessage(message.digest(), toSend)));
    }
    toSend.accept().ifPresent(answers::add);
    toSend.application().ifPresent(answers::add);
  }
}

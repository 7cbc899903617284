package org.epione.ledger.state;

import java.time.Instant;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.RequestId;

/**
 * A doctor's request as the chain knows it.
 *
 * @param id names it
 * @param episode what it asks for
 * @param doctor who asks
 * @param key that doctor's BLS key when she asked, 96 bytes: with it she reads what is granted,
 *     whatever key she has since
 * @param receivingKey that doctor's HPKE key, 32 bytes
 * @param purpose what for
 * @param at time of the request
 * @param notAfter until when the doctor wants to read
 * @param answer how the patient answered
 * @param grant digest of the grant if the patient consented
 */
public record AccessRequest(
    RequestId id,
    RecordId episode,
    Pid doctor,
    ByteString key,
    ByteString receivingKey,
    String purpose,
    Instant at,
    Instant notAfter,
    Answer answer,
    Optional<Digest> grant) {

  /** How far a request is. */
  public enum Answer {
    /** The patient has not answered. */
    OPEN(0),
    /** There is a grant. */
    CONSENTED(1),
    /** The patient, or the system manager, refused. */
    REFUSED(2);

    private final int code;

    Answer(int code) {
      this.code = code;
    }

    /** The byte in encodings. */
    public int code() {
      return code;
    }

    static Answer of(int code) {
      for (Answer answer : values()) {
        if (answer.code == code) {
          return answer;
        }
      }
      throw new MalformedEncodingException("unknown answer to a request");
    }
  }

  AccessRequest consented(Digest granted) {
    return answered(Answer.CONSENTED, Optional.of(granted));
  }

  AccessRequest refused() {
    return answered(Answer.REFUSED, Optional.empty());
  }

  private AccessRequest answered(Answer how, Optional<Digest> granted) {
    return new AccessRequest(
        id, episode, doctor, key, receivingKey, purpose, at, notAfter, how, granted);
  }
}

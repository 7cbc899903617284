package org.epione.opinion.control;

import java.util.Arrays;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.ledger.record.LedgerRecord;

/**
 * {@code opinion.answer}: what the doctor who was asked, or her hospital, says to the question.
 *
 * @param id 16 bytes, of the question
 * @param answer what
 * @param accepted if she agrees, her OPINION_ACCEPTED record, and how her hospital calls her
 */
record AnswerMessage(ByteString id, Answer answer, Optional<Accepted> accepted) {

  static final String TYPE = "opinion.answer";
  private static final String TAG = "epione.opinion.answer";
  private static final int MAX_SPECIALTY = 200;

  /** The answers, with their bytes. */
  enum Answer {
    /** She will give her opinion. */
    ACCEPTED(1),
    /** She will not. */
    DECLINED(2),
    /** There is no doctor of that name in good standing. */
    UNKNOWN(3),
    /** She agreed, and will not any more. */
    GIVEN_UP(4),
    /** She agreed, and is not in good standing at her hospital any more. */
    NOT_IN_GOOD_STANDING(5);

    private final int code;

    Answer(int code) {
      this.code = code;
    }

    static Answer of(int code) {
      return Arrays.stream(values())
          .filter(each -> each.code == code)
          .findFirst()
          .orElseThrow(() -> new MalformedEncodingException("no such answer"));
    }
  }

  /** What an agreement brings. */
  record Accepted(LedgerRecord signed, String doctorName, String specialty) {

    void write(CanonicalWriter out) {
      out.bytes(signed.encode()).text(doctorName).text(specialty);
    }

    static Accepted read(CanonicalReader in) {
      return new Accepted(
          LedgerRecord.decode(in.bytes(LedgerRecord.MAX_LENGTH)),
          in.text(QuestionMessage.MAX_NAME),
          in.text(MAX_SPECIALTY));
    }
  }

  AnswerMessage {
    if (accepted.isPresent() != (answer == Answer.ACCEPTED)) {
      throw new IllegalArgumentException("an agreement, and nothing else, comes with a record");
    }
  }

  /** An answer that brings nothing. */
  AnswerMessage(ByteString id, Answer answer) {
    this(id, answer, Optional.empty());
  }

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(id.bytes(), 16)
        .u8(answer.code)
        .optional(accepted, (out, each) -> each.write(out))
        .toByteArray();
  }

  static AnswerMessage decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    ByteString id = ByteString.of(in.fixed(16));
    Answer answer = Answer.of(in.u8());
    Optional<Accepted> accepted = in.optional(Accepted::read);
    return in.end(() -> new AnswerMessage(id, answer, accepted));
  }
}

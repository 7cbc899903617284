package org.epione.opinion.control;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;

/**
 * {@code opinion.question}, from the hospital that asks to the one that is asked.
 *
 * @param id 16 bytes, names the question
 * @param episode 16 bytes
 * @param reference of the episode, for people
 * @param doctorName who is asked, as her colleagues call her
 * @param sealedQuestion salted text, HPKE, auth mode, from hospital to hospital: see {@link
 *     OpinionTexts}
 */
record QuestionMessage(
    ByteString id,
    ByteString episode,
    String reference,
    String doctorName,
    ByteString sealedQuestion) {

  static final String TYPE = "opinion.question";

  /** Longest name in bytes of UTF-8. */
  static final int MAX_NAME = 200;

  private static final String TAG = "epione.opinion.question";
  private static final int MAX_REFERENCE = 32;

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(id.bytes(), 16)
        .fixed(episode.bytes(), 16)
        .text(reference)
        .text(doctorName)
        .bytes(sealedQuestion.bytes())
        .toByteArray();
  }

  static QuestionMessage decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    ByteString id = ByteString.of(in.fixed(16));
    ByteString episode = ByteString.of(in.fixed(16));
    String reference = in.text(MAX_REFERENCE);
    String doctorName = in.text(MAX_NAME);
    ByteString sealed = ByteString.of(in.bytes(OpinionTexts.MAX_SEALED));
    return in.end(() -> new QuestionMessage(id, episode, reference, doctorName, sealed));
  }
}

package org.epione.crypto.scheme.warrant;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.codec.Texts;
import org.epione.crypto.identity.EpisodeId;
import org.epione.crypto.identity.Nonce;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.transcript.Digest;

/**
 * A patient's permission for one doctor (wa in TP-EHR): data only, worth something when signed by
 * {@link Warrants}.
 *
 * @param episode the episode that it is for
 * @param patient who gives it: pseudo-identity in this episode
 * @param delegate the doctor's pseudo-identity
 * @param position the doctor's place in the signing order, 1 to 8
 * @param notBefore first moment at which it holds, milliseconds
 * @param notAfter last moment at which it holds, milliseconds
 * @param purpose what for, in the patient's words; up to 1000 bytes of UTF-8, kept in normal form C
 * @param nonce makes it unique
 */
public record Warrant(
    EpisodeId episode,
    Pseudonym patient,
    Pseudonym delegate,
    int position,
    Instant notBefore,
    Instant notAfter,
    String purpose,
    Nonce nonce) {

  /** Longest purpose in bytes of UTF-8. */
  public static final int MAX_PURPOSE = 1000;

  private static final int MAX_POSITION = 8;
  private static final String TAG = "epione.warrant";

  /** Checks the rules above; drops what is finer than a millisecond from the times. */
  public Warrant {
    notBefore = notBefore.truncatedTo(ChronoUnit.MILLIS);
    notAfter = notAfter.truncatedTo(ChronoUnit.MILLIS);
    purpose = Texts.normal(purpose, MAX_PURPOSE);
    if (position < 1 || position > MAX_POSITION) {
      throw new IllegalArgumentException("position outside the order");
    }
    if (notAfter.isBefore(notBefore)) {
      throw new IllegalArgumentException("ends before it begins");
    }
  }

  /** Whether it holds at {@code time}; both ends are included. */
  public boolean isValidAt(Instant time) {
    return !time.isBefore(notBefore) && !time.isAfter(notAfter);
  }

  /** The canonical encoding, which is what is signed. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(episode.bytes(), EpisodeId.LENGTH)
        .bytes(patient.bytes())
        .bytes(delegate.bytes())
        .u8(position)
        .instant(notBefore)
        .instant(notAfter)
        .text(purpose)
        .fixed(nonce.bytes(), Nonce.LENGTH)
        .toByteArray();
  }

  /** Identifies the warrant. */
  public Digest digest() {
    return Digest.of(encode());
  }

  /**
   * Reads back {@link #encode}.
   *
   * @throws MalformedEncodingException if it is not a warrant
   */
  public static Warrant decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    EpisodeId episode = EpisodeId.of(in.fixed(EpisodeId.LENGTH));
    Pseudonym patient = Pseudonym.of(in.bytes(Pseudonym.MAX_LENGTH));
    Pseudonym delegate = Pseudonym.of(in.bytes(Pseudonym.MAX_LENGTH));
    int position = in.u8();
    Instant notBefore = in.instant();
    Instant notAfter = in.instant();
    String purpose = in.text(MAX_PURPOSE);
    Nonce nonce = Nonce.of(in.fixed(Nonce.LENGTH));
    return in.end(
        () ->
            new Warrant(episode, patient, delegate, position, notBefore, notAfter, purpose, nonce));
  }

  /** Constant: the purpose is about a patient. */
  @Override
  public String toString() {
    return "Warrant";
  }
}

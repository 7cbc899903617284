package org.epione.crypto.scheme.multisig;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.identity.EpisodeId;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.transcript.Digest;

/**
 * What one doctor of a team signs (M_i in BC-EMR): who all the signers are and in which order,
 * which of them this is, what was written, and what the doctor before signed.
 *
 * @param episode the episode of treatment
 * @param patient the patient's pseudo-identity in this episode
 * @param signers all signers in order, 1 to 8, none twice
 * @param position of this signer, from 1
 * @param time of signing, milliseconds
 * @param content digest of what this signer wrote
 * @param previous digest of the statement before; absent for the first and only there
 */
public record Statement(
    EpisodeId episode,
    Pseudonym patient,
    List<Pseudonym> signers,
    int position,
    Instant time,
    Digest content,
    Optional<Digest> previous) {

  /** Most doctors in one team. */
  public static final int MAX_SIGNERS = 8;

  private static final String TAG = "epione.statement";

  /** Checks the rules above; drops what is finer than a millisecond from the time. */
  public Statement {
    signers = List.copyOf(signers);
    time = time.truncatedTo(ChronoUnit.MILLIS);
    if (signers.isEmpty() || signers.size() > MAX_SIGNERS) {
      throw new IllegalArgumentException("1 to " + MAX_SIGNERS + " signers");
    }
    if (new HashSet<>(signers).size() != signers.size()) {
      throw new IllegalArgumentException("a signer is named twice");
    }
    if (position < 1 || position > signers.size()) {
      throw new IllegalArgumentException("position outside the order");
    }
    if (previous.isPresent() != (position > 1)) {
      throw new IllegalArgumentException("every statement but the first links to the one before");
    }
  }

  /** The pseudo-identity of this statement's signer. */
  public Pseudonym signer() {
    return signers.get(position - 1);
  }

  /** The canonical encoding, which is what is signed. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(episode.bytes(), EpisodeId.LENGTH)
        .bytes(patient.bytes())
        .list(signers, (out, signer) -> out.bytes(signer.bytes()))
        .u8(position)
        .instant(time)
        .fixed(content.bytes(), Digest.LENGTH)
        .optional(previous, (out, digest) -> out.fixed(digest.bytes(), Digest.LENGTH))
        .toByteArray();
  }

  /** The digest that the next statement links to. */
  public Digest digest() {
    return Digest.of(encode());
  }

  /**
   * Reads back {@link #encode}.
   *
   * @throws MalformedEncodingException if it is not a statement
   */
  public static Statement decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    EpisodeId episode = EpisodeId.of(in.fixed(EpisodeId.LENGTH));
    Pseudonym patient = Pseudonym.of(in.bytes(Pseudonym.MAX_LENGTH));
    List<Pseudonym> signers =
        in.list(MAX_SIGNERS, item -> Pseudonym.of(item.bytes(Pseudonym.MAX_LENGTH)));
    int position = in.u8();
    Instant time = in.instant();
    Digest content = Digest.decode(in.fixed(Digest.LENGTH));
    Optional<Digest> previous = in.optional(item -> Digest.decode(item.fixed(Digest.LENGTH)));
    return in.end(
        () -> new Statement(episode, patient, signers, position, time, content, previous));
  }
}

package org.epione.team.control;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.hybrid.Aead;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.hybrid.Mac;
import org.epione.crypto.secret.SecretBytes;
import org.epione.record.boundary.Contribution;

/**
 * The group key of one episode and epoch (BC-EMR 4.3; here 32 random bytes, sealed to each doctor):
 * hides from everybody else what the doctors of a team write to each other. What is sealed opens
 * only as the same kind of text of the same place. Wiped when closed.
 */
final class GroupKey implements AutoCloseable {

  /** What a sealed text is. */
  enum Kind {
    CONTRIBUTION,
    REASON
  }

  private static final String CONFIRMATION = "epione.team.confirmation";

  private final Aead aead;
  private final Mac mac = new Mac();
  private final AeadKey key;
  private final ByteString episode;
  private final int epoch;

  GroupKey(Aead aead, byte[] key, ByteString episode, int epoch) {
    this.aead = aead;
    try (SecretBytes secret = SecretBytes.of(key)) {
      this.key = aead.restore(secret);
    }
    this.episode = episode;
    this.epoch = epoch;
  }

  byte[] sealContribution(Contribution contribution) {
    return aead.seal(
        key, context(Kind.CONTRIBUTION, contribution.position()), contribution.encode());
  }

  Contribution openContribution(int place, byte[] sealed) {
    return Contribution.decode(aead.open(key, context(Kind.CONTRIBUTION, place), sealed));
  }

  byte[] seal(Kind kind, int place, byte[] plaintext) {
    return aead.seal(key, context(kind, place), plaintext);
  }

  byte[] open(Kind kind, int place, byte[] sealed) {
    return aead.open(key, context(kind, place), sealed);
  }

  /** Shows to who knows the key that the doctor at a place has the same, over this transcript. */
  byte[] confirmation(byte[] transcript) {
    return mac.tag(key, CONFIRMATION, transcript);
  }

  private byte[] context(Kind kind, int place) {
    return CanonicalWriter.of("epione.team.text", 1)
        .fixed(episode.bytes(), 16)
        .u16(epoch)
        .u8(place)
        .text(kind.name())
        .toByteArray();
  }

  @Override
  public void close() {
    key.close();
  }

  @Override
  public String toString() {
    return "GroupKey";
  }
}

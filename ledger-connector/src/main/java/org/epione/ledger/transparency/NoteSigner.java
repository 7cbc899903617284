package org.epione.ledger.transparency;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.epione.crypto.transcript.Digest;

/** Signs notes for one party, whose key stays where it is. */
public final class NoteSigner {

  private final NoteKey key;
  private final UnaryOperator<byte[]> ed25519;

  /** Signs as {@code key} with what gives its Ed25519 signature of a message. */
  public NoteSigner(NoteKey key, UnaryOperator<byte[]> ed25519) {
    this.key = key;
    this.ed25519 = ed25519;
  }

  /**
   * The log signs its head. The caller has made sure that it is consistent with every head signed
   * before.
   */
  public SignedNote sign(Checkpoint checkpoint) {
    return sign(checkpoint.text());
  }

  /** An auditing body signs a report of this digest. */
  public SignedNote sign(Digest report) {
    return sign(new ReportSeal(key.name(), report).text());
  }

  private SignedNote sign(String text) {
    require(NoteKey.Role.LOG);
    byte[] signature = ed25519.apply(text.getBytes(StandardCharsets.UTF_8));
    return new SignedNote(text, List.of(SignedNote.Signature.of(key, signature)));
  }

  /**
   * A witness says that this was the largest consistent head at {@code time}. The caller has made
   * sure that it is, and has stored it.
   */
  public SignedNote.Signature cosign(SignedNote checkpoint, Instant time) {
    require(NoteKey.Role.WITNESS);
    WitnessStatement statement = new WitnessStatement(time, checkpoint.text());
    return SignedNote.Signature.of(key, statement.line(ed25519.apply(statement.toSign())));
  }

  private void require(NoteKey.Role role) {
    if (key.role() != role) {
      throw new IllegalStateException("a key signs as what it is");
    }
  }
}

package org.epione.ledger.transparency;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.signature.Ed25519;

/** Verifies who signed a note. Thread-safe. */
public final class NoteVerifier {

  private final Ed25519 ed25519;

  /** Verifies with {@code ed25519}. */
  public NoteVerifier(Ed25519 ed25519) {
    this.ed25519 = ed25519;
  }

  /** Whether the note has a signature line by this key, and every line that claims to be holds. */
  public boolean isSigned(SignedNote note, NoteKey key) {
    boolean signed = false;
    for (SignedNote.Signature signature : note.signatures()) {
      if (signature.claims(key)) {
        if (!holds(note, key, signature)) {
          return false;
        }
        signed = true;
      }
    }
    return signed;
  }

  /** When this witness cosigned the note; nothing if it did not. */
  public Optional<Instant> cosigned(SignedNote note, NoteKey witness) {
    return isSigned(note, witness)
        ? note.signatures().stream()
            .filter(signature -> signature.claims(witness))
            .findFirst()
            .flatMap(signature -> WitnessStatement.of(signature.signature(), note.text()))
            .map(WitnessStatement::time)
        : Optional.empty();
  }

  private boolean holds(SignedNote note, NoteKey key, SignedNote.Signature line) {
    byte[] value = line.signature();
    return switch (key.role()) {
      case LOG -> holds(key, note.text().getBytes(StandardCharsets.UTF_8), value);
      case WITNESS ->
          WitnessStatement.of(value, note.text())
              .map(said -> holds(key, said.toSign(), WitnessStatement.signature(value)))
              .orElse(false);
    };
  }

  private boolean holds(NoteKey key, byte[] message, byte[] signature) {
    try {
      return signature.length == Ed25519.SIGNATURE_LENGTH
          && ed25519.verify(ed25519.decodePublicKey(key.publicKey().bytes()), message, signature);
    } catch (MalformedEncodingException e) {
      // A key that is none signs nothing.
      return false;
    }
  }
}

package org.epione.ledger.state;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.scheme.multisig.SigningOrder;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.crypto.scheme.multisig.VerificationResult;
import org.epione.crypto.scheme.pre.ScopedHeader;
import org.epione.crypto.signature.PossessedKey;
import org.epione.crypto.transcript.Digest;

/**
 * Checks signatures on encoded keys and values: what does not decode does not hold. Remembers the
 * digests of the last checks that held, so that nothing is verified twice; a check that failed is
 * made again. Thread-safe.
 */
public final class SignatureChecks {

  private static final int REMEMBERED = 20_000;

  private final CryptoSuite suite;
  private final Map<Digest, Boolean> held = new Recent<>();
  private final Map<Digest, PossessedKey> possessed = new Recent<>();

  /** Checks with {@code suite}. */
  public SignatureChecks(CryptoSuite suite) {
    this.suite = suite;
  }

  /** Whether the holder of an Ed25519 key signed {@code message}. */
  public boolean ed25519(ByteString key, byte[] message, ByteString signature) {
    return once(
        "epione.check-ed25519",
        List.of(key.bytes(), message, signature.bytes()),
        () ->
            suite
                .ed25519()
                .verify(suite.ed25519().decodePublicKey(key.bytes()), message, signature.bytes()));
  }

  /** Whether the holder of a BLS key signed {@code message}. */
  public boolean bls(ByteString key, byte[] message, ByteString signature) {
    return once(
        "epione.check-bls",
        List.of(key.bytes(), message, signature.bytes()),
        () ->
            suite
                .bls()
                .verify(
                    suite.bls().decodePublicKey(key.bytes()),
                    message,
                    suite.bls().decodeSignature(signature.bytes())));
  }

  /** The key, fit for aggregates, if the proof of possession holds. */
  public Optional<PossessedKey> possession(ByteString key, ByteString proof) {
    Digest name = name("epione.check-possession", List.of(key.bytes(), proof.bytes()));
    synchronized (possessed) {
      PossessedKey known = possessed.get(name);
      if (known != null) {
        return Optional.of(known);
      }
    }
    try {
      Optional<PossessedKey> checked =
          suite
              .bls()
              .possessed(
                  suite.bls().decodePublicKey(key.bytes()),
                  suite.bls().decodePossession(proof.bytes()));
      synchronized (possessed) {
        checked.ifPresent(value -> possessed.put(name, value));
      }
      return checked;
    } catch (MalformedEncodingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Checks a finished chain of statements: one product of pairings. */
  VerificationResult team(SigningOrder order, List<Statement> statements, ByteString aggregate) {
    try {
      return suite
          .multisignature()
          .verifyComplete(order, statements, suite.bls().decodeSignature(aggregate.bytes()));
    } catch (MalformedEncodingException | IllegalArgumentException e) {
      return VerificationResult.BAD_SIGNATURE;
    }
  }

  /** Whether {@code header} is the valid header of a ciphertext of this record. */
  boolean ciphertext(ByteString header, RecordId record) {
    return once(
        "epione.check-ciphertext",
        List.of(header.bytes(), record.bytes()),
        () -> {
          ScopedHeader decoded = suite.reEncryption().decodeHeader(header.bytes());
          return decoded.record().equals(record) && suite.reEncryption().isValid(decoded);
        });
  }

  /** Makes {@code check} unless one of this kind on the same parts held before. */
  boolean once(String kind, List<byte[]> parts, Check check) {
    Digest name = name(kind, parts);
    synchronized (held) {
      if (held.get(name) != null) {
        return true;
      }
    }
    boolean holds;
    try {
      holds = check.holds();
    } catch (MalformedEncodingException | IllegalArgumentException e) {
      return false;
    }
    if (holds) {
      synchronized (held) {
        held.put(name, Boolean.TRUE);
      }
    }
    return holds;
  }

  private static Digest name(String kind, List<byte[]> parts) {
    return Digest.of(CanonicalWriter.of(kind, 1).list(parts, CanonicalWriter::bytes).toByteArray());
  }

  /** A check that may throw on what does not decode. */
  @FunctionalInterface
  interface Check {
    boolean holds();
  }

  /** Forgets what was not asked for longest. */
  private static final class Recent<V> extends LinkedHashMap<Digest, V> {
    private static final long serialVersionUID = 1L;

    Recent() {
      super(256, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Digest, V> eldest) {
      return size() > REMEMBERED;
    }
  }
}

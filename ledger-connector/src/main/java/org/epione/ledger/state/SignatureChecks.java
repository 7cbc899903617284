package org.epione.ledger.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.pairing.PairingEquation;
import org.epione.crypto.scheme.multisig.SequentialMultisignature;
import org.epione.crypto.scheme.multisig.SigningOrder;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.crypto.scheme.multisig.VerificationResult;
import org.epione.crypto.signature.BlsSignature;
import org.epione.crypto.signature.PossessedKey;
import org.epione.crypto.transcript.Digest;

/**
 * Checks signatures on encoded keys and values: what does not decode does not hold. Remembers the
 * digests of the last checks that held, so that nothing is verified twice; a check that failed is
 * made again. Thread-safe but for what {@link #deferring} gives.
 */
public final class SignatureChecks {

  private static final int REMEMBERED = 20_000;

  private final CryptoSuite suite;
  private final Map<Digest, Boolean> held;
  private final Map<Digest, PossessedKey> possessed;
  private final Optional<Map<Digest, PairingEquation>> deferred;

  /** Checks with {@code suite}. */
  public SignatureChecks(CryptoSuite suite) {
    this(suite, new Recent<>(), new Recent<>(), Optional.empty());
  }

  private SignatureChecks(
      CryptoSuite suite,
      Map<Digest, Boolean> held,
      Map<Digest, PossessedKey> possessed,
      Optional<Map<Digest, PairingEquation>> deferred) {
    this.suite = suite;
    this.held = held;
    this.possessed = possessed;
    this.deferred = deferred;
  }

  /**
   * These checks with the same memory, for one thread: of signatures and ciphertexts that rest on
   * pairings they say for now that all hold, and {@link #settle} tells whether they do.
   */
  SignatureChecks deferring() {
    return new SignatureChecks(suite, held, possessed, Optional.of(new LinkedHashMap<>()));
  }

  /** Whether all that was deferred holds, verified in one batch. */
  boolean settle() {
    return verify(deferred.orElseThrow());
  }

  /** Whether the holder of an Ed25519 key signed {@code message}. */
  public boolean ed25519(ByteString key, byte[] message, ByteString signature) {
    Digest name = name("epione.check-ed25519", List.of(key.bytes(), message, signature.bytes()));
    if (isKnown(name)) {
      return true;
    }
    try {
      boolean holds =
          suite
              .ed25519()
              .verify(suite.ed25519().decodePublicKey(key.bytes()), message, signature.bytes());
      if (holds) {
        remember(name);
      }
      return holds;
    } catch (MalformedEncodingException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Whether the holder of a BLS key signed {@code message}. */
  public boolean bls(ByteString key, byte[] message, ByteString signature) {
    return onPairings(
        "epione.check-bls",
        List.of(key.bytes(), message, signature.bytes()),
        () ->
            Optional.of(
                suite
                    .bls()
                    .equation(
                        suite.bls().decodePublicKey(key.bytes()),
                        message,
                        suite.bls().decodeSignature(signature.bytes()))));
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

  /**
   * Whether {@code aggregate} is the team's on its finished chain of statements.
   *
   * @param fault what to throw if it is their form that is wrong
   */
  boolean team(
      SigningOrder order,
      List<Statement> statements,
      ByteString aggregate,
      Function<VerificationResult, RefusedRecord> fault) {
    SequentialMultisignature scheme = suite.multisignature();
    List<byte[]> parts = new ArrayList<>();
    parts.add(encoded(order));
    statements.forEach(statement -> parts.add(statement.encode()));
    parts.add(aggregate.bytes());
    return onPairings(
        "epione.check-team",
        parts,
        () -> {
          BlsSignature signature = suite.bls().decodeSignature(aggregate.bytes());
          Optional<PairingEquation> claim = scheme.completeEquation(order, statements, signature);
          if (claim.isEmpty()) {
            throw fault.apply(scheme.verifyComplete(order, statements, signature));
          }
          return claim;
        });
  }

  private static byte[] encoded(SigningOrder order) {
    return CanonicalWriter.of("epione.check-team-order", 1)
        .list(
            order.signers(),
            (to, signer) -> to.bytes(signer.id().bytes()).bytes(signer.key().key().encode()))
        .toByteArray();
  }

  /** Whether {@code header} is the valid header of a ciphertext of this record. */
  boolean ciphertext(ByteString header, RecordId record) {
    return onPairings(
        "epione.check-ciphertext",
        List.of(header.bytes(), record.bytes()),
        () ->
            Optional.of(suite.reEncryption().decodeHeader(header.bytes()))
                .filter(decoded -> decoded.record().equals(record))
                .map(suite.reEncryption()::validity));
  }

  /**
   * Verifies what {@code claim} says unless a check of this kind on the same parts held before; an
   * empty claim does not hold.
   */
  private boolean onPairings(
      String kind, List<byte[]> parts, Supplier<Optional<PairingEquation>> claim) {
    Digest name = name(kind, parts);
    if (isKnown(name)) {
      return true;
    }
    Optional<PairingEquation> equation;
    try {
      equation = claim.get();
    } catch (MalformedEncodingException | IllegalArgumentException e) {
      return false;
    }
    if (equation.isEmpty()) {
      return false;
    }
    if (deferred.isPresent()) {
      deferred.get().put(name, equation.get());
      return true;
    }
    return verify(Map.of(name, equation.get()));
  }

  private boolean verify(Map<Digest, PairingEquation> claims) {
    List<Digest> names = List.copyOf(claims.keySet());
    List<Integer> failing = suite.batch().failing(List.copyOf(claims.values()));
    for (int i = 0; i < names.size(); i++) {
      if (!failing.contains(i)) {
        remember(names.get(i));
      }
    }
    return failing.isEmpty();
  }

  private boolean isKnown(Digest name) {
    synchronized (held) {
      return held.get(name) != null;
    }
  }

  private void remember(Digest name) {
    synchronized (held) {
      held.put(name, Boolean.TRUE);
    }
  }

  private static Digest name(String kind, List<byte[]> parts) {
    return Digest.of(CanonicalWriter.of(kind, 1).list(parts, CanonicalWriter::bytes).toByteArray());
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

package org.epione.crypto.scheme.multisig;

import java.util.List;
import java.util.Optional;
import org.epione.crypto.pairing.PairingBatch;
import org.epione.crypto.pairing.PairingEquation;
import org.epione.crypto.signature.Bls;
import org.epione.crypto.signature.BlsSecretKey;
import org.epione.crypto.signature.BlsSignature;
import org.epione.crypto.signature.PossessedKey;

/**
 * The sequential multisignature of a doctor team (BC-EMR, made concrete): sigma_i = sigma_{i-1}
 * H1(M_i)^{sk_i}, one aggregate of 48 bytes however many sign. The paper's scheme is replaced by an
 * aggregate of BLS signatures on linked statements, so that any BLS implementation can check it and
 * its security is that of BLS with proofs of possession. Since each statement holds the whole
 * order, its position and the digest of the one before, leaving out, adding, swapping or replacing
 * a signer or a statement breaks the check; what was signed before cannot be changed afterwards by
 * anyone short of all signers from there on together. Where the order was changed by agreement,
 * each statement holds the order of its time, so the change alone voids nothing and nobody can
 * pretend to have signed for another team than was agreed then ({@link SigningOrder.Former}).
 *
 * <p>An aggregate does not hide its parts: whoever holds sigma_{i-1} and sigma_i has doctor i's own
 * signature. That gives nothing away, as each is valid for its statement only.
 *
 * <p>Unforgeable as long as co-CDH is hard, hash to G1 being a random oracle, and every key of an
 * order came with its proof of possession. It does not show when somebody signed, and does not bind
 * whoever gave a key away. Cost: signing 1 exponentiation in G1 and 1 hash; verifying n signers n
 * hashes and one product of n + 1 pairings. Thread-safe.
 */
public final class SequentialMultisignature {

  private final Bls bls;

  /** Signs with {@code bls}. */
  public SequentialMultisignature(Bls bls) {
    this.bls = bls;
  }

  /**
   * Adds a signature. The caller has checked {@code before} with {@link #verify}: this method adds
   * to whatever it gets.
   *
   * @param before aggregate of all earlier signers; absent for the first and only there
   */
  public BlsSignature addSignature(
      BlsSecretKey key, Optional<BlsSignature> before, Statement statement) {
    if (before.isPresent() != (statement.position() > 1)) {
      throw new IllegalArgumentException("every signer but the first adds to an aggregate");
    }
    return before
        .map(aggregate -> bls.addTo(aggregate, key, statement.encode()))
        .orElseGet(() -> bls.sign(key, statement.encode()));
  }

  /**
   * Checks a chain that may still grow: the statements so far, from the first on. A caller that saw
   * this episode before also compares the last time with what it saw.
   */
  public VerificationResult verify(
      SigningOrder order, List<Statement> statements, BlsSignature aggregate) {
    VerificationResult form = checkForm(order, statements);
    if (form != VerificationResult.VALID) {
      return form;
    }
    return bls.verifyAggregate(keys(order, statements), messages(statements), aggregate)
        ? VerificationResult.VALID
        : VerificationResult.BAD_SIGNATURE;
  }

  /** Checks a chain that must be finished: as {@link #verify}, and everybody has signed. */
  public VerificationResult verifyComplete(
      SigningOrder order, List<Statement> statements, BlsSignature aggregate) {
    return statements.size() < order.signers().size()
        ? VerificationResult.INCOMPLETE
        : verify(order, statements, aggregate);
  }

  /**
   * What is left to check of a chain that is finished and well formed, to be checked together with
   * others in a {@link PairingBatch}; empty if {@link #verifyComplete} refuses it for another
   * reason than its signature.
   */
  public Optional<PairingEquation> completeEquation(
      SigningOrder order, List<Statement> statements, BlsSignature aggregate) {
    return statements.size() == order.signers().size()
            && checkForm(order, statements) == VerificationResult.VALID
        ? Optional.of(
            bls.aggregateEquation(keys(order, statements), messages(statements), aggregate))
        : Optional.empty();
  }

  private static List<PossessedKey> keys(SigningOrder order, List<Statement> statements) {
    return order.signers().stream().limit(statements.size()).map(SigningOrder.Signer::key).toList();
  }

  private static List<byte[]> messages(List<Statement> statements) {
    return statements.stream().map(Statement::encode).toList();
  }

  private static VerificationResult checkForm(SigningOrder order, List<Statement> statements) {
    if (statements.isEmpty()) {
      return VerificationResult.INCOMPLETE;
    }
    Statement first = statements.get(0);
    for (int i = 0; i < statements.size(); i++) {
      Statement statement = statements.get(i);
      if (!statement.signers().equals(order.idsAt(statement.time()))) {
        return VerificationResult.WRONG_ORDER;
      }
      if (statement.position() != i + 1) {
        return VerificationResult.WRONG_POSITION;
      }
      if (!statement.signer().equals(order.signers().get(i).id())) {
        return VerificationResult.WRONG_ORDER;
      }
      if (!statement.episode().equals(first.episode())) {
        return VerificationResult.WRONG_EPISODE;
      }
      if (!statement.patient().equals(first.patient())) {
        return VerificationResult.WRONG_PATIENT;
      }
      if (i > 0) {
        Statement before = statements.get(i - 1);
        if (!statement.previous().equals(Optional.of(before.digest()))) {
          return VerificationResult.BROKEN_LINK;
        }
        if (statement.time().isBefore(before.time())) {
          return VerificationResult.STALE_TIME;
        }
      }
    }
    return VerificationResult.VALID;
  }
}

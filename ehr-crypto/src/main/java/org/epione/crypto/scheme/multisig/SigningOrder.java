package org.epione.crypto.scheme.multisig;

import java.time.Instant;
import java.util.List;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.signature.PossessedKey;

/**
 * Who is to sign, in which order, and with which key: what a chain of statements is checked
 * against. It comes from the episode and the doctors' certificates, never from the chain itself.
 *
 * @param signers 1 to 8, with neither an identity nor a key twice
 * @param former orders that were agreed before this one, the earliest first: what was signed under
 *     one of them at a place whose signer has stayed the same still counts
 */
public record SigningOrder(List<Signer> signers, List<Former> former) {

  /**
   * One doctor of the team.
   *
   * @param id pseudo-identity
   * @param key verification key with checked possession
   */
  public record Signer(Pseudonym id, PossessedKey key) {}

  /**
   * An order that does not hold any more.
   *
   * @param ids the signers of then in order
   * @param until from this time on the next order holds
   */
  public record Former(List<Pseudonym> ids, Instant until) {

    /** Copies the list. */
    public Former {
      ids = List.copyOf(ids);
    }
  }

  /** Checks the rules above. */
  public SigningOrder {
    signers = List.copyOf(signers);
    former = List.copyOf(former);
    if (signers.isEmpty() || signers.size() > Statement.MAX_SIGNERS) {
      throw new IllegalArgumentException("1 to " + Statement.MAX_SIGNERS + " signers");
    }
    if (signers.stream().map(Signer::id).distinct().count() != signers.size()
        || signers.stream().map(Signer::key).distinct().count() != signers.size()) {
      throw new IllegalArgumentException("a signer or a key is named twice");
    }
  }

  /** An order that was never changed. */
  public SigningOrder(List<Signer> signers) {
    this(signers, List.of());
  }

  /** The identities in order. */
  public List<Pseudonym> ids() {
    return signers.stream().map(Signer::id).toList();
  }

  /** The order that held at that time. */
  List<Pseudonym> idsAt(Instant time) {
    return former.stream()
        .filter(order -> time.isBefore(order.until()))
        .map(Former::ids)
        .findFirst()
        .orElseGet(this::ids);
  }
}

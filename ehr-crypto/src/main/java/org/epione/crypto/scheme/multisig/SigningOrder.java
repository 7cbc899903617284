package org.epione.crypto.scheme.multisig;

import java.util.List;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.signature.PossessedKey;

/**
 * Who is to sign, in which order, and with which key: what a chain of statements is checked
 * against. It comes from the episode and the doctors' certificates, never from the chain itself.
 *
 * @param signers 1 to 8, with neither an identity nor a key twice
 */
public record SigningOrder(List<Signer> signers) {

  /**
   * One doctor of the team.
   *
   * @param id pseudo-identity
   * @param key verification key with checked possession
   */
  public record Signer(Pseudonym id, PossessedKey key) {}

  /** Checks the rules above. */
  public SigningOrder {
    signers = List.copyOf(signers);
    if (signers.isEmpty() || signers.size() > Statement.MAX_SIGNERS) {
      throw new IllegalArgumentException("1 to " + Statement.MAX_SIGNERS + " signers");
    }
    if (signers.stream().map(Signer::id).distinct().count() != signers.size()
        || signers.stream().map(Signer::key).distinct().count() != signers.size()) {
      throw new IllegalArgumentException("a signer or a key is named twice");
    }
  }

  /** The identities in order. */
  public List<Pseudonym> ids() {
    return signers.stream().map(Signer::id).toList();
  }
}

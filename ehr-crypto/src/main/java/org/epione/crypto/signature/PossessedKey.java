package org.epione.crypto.signature;

/**
 * A verification key whose proof of possession was checked; only {@link Bls#possessed} makes one.
 * What aggregates signatures takes this type, so that a made-up ("rogue") key cannot get in.
 */
public final class PossessedKey {

  private final BlsPublicKey key;

  PossessedKey(BlsPublicKey key) {
    this.key = key;
  }

  /** The verification key. */
  public BlsPublicKey key() {
    return key;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PossessedKey that && key.equals(that.key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  @Override
  public String toString() {
    return "PossessedKey";
  }
}

package org.epione.crypto.scheme.pre.liu;

import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.SecretScalar;
import org.epione.crypto.secret.SecretBytes;

/**
 * Turns every record of a patient towards one doctor: rk = x_s/x_j, made by {@link LiuReKeying}.
 * The proxy keeps it secret: with it either of the two computes the other's private key. Its
 * inverse turns the doctor's records towards the patient. Exported: 158 bytes. Wiped when closed.
 */
public final class LiuReEncryptionKey implements AutoCloseable {

  private static final String TAG = "epione.liu.re-encryption-key";

  private final LiuPublicKey from;
  private final LiuPublicKey to;
  private final SecretScalar rk;

  /**
   * The key of this pair.
   *
   * @throws IllegalArgumentException unless PK_from^rk = PK_to
   */
  LiuReEncryptionKey(LiuPublicKey from, LiuPublicKey to, SecretScalar rk) {
    if (!rk.raise(from.element()).equals(to.element())) {
      throw new IllegalArgumentException("does not turn from the one key to the other");
    }
    this.from = from;
    this.to = to;
    this.rk = rk;
  }

  static LiuReEncryptionKey restore(BilinearGroup group, SecretBytes exported) {
    return SecretEncoding.read(
        TAG,
        exported,
        in ->
            new LiuReEncryptionKey(
                new LiuPublicKey(group.decodeG1(in.fixed(G1.LENGTH))),
                new LiuPublicKey(group.decodeG1(in.fixed(G1.LENGTH))),
                SecretEncoding.scalar(in)));
  }

  /** Whose records it turns. */
  public LiuPublicKey from() {
    return from;
  }

  /** Who reads them then. */
  public LiuPublicKey to() {
    return to;
  }

  /** A copy for whoever stores it wrapped. */
  public SecretBytes export() {
    return SecretEncoding.write(
        CanonicalWriter.of(TAG, 1)
            .fixed(from.element().encode(), G1.LENGTH)
            .fixed(to.element().encode(), G1.LENGTH),
        rk);
  }

  SecretScalar rk() {
    return rk;
  }

  @Override
  public void close() {
    rk.close();
  }

  @Override
  public String toString() {
    return "LiuReEncryptionKey";
  }
}

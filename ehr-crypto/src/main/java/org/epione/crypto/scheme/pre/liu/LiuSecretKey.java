package org.epione.crypto.scheme.pre.liu;

import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.SecretScalar;
import org.epione.crypto.secret.SecretBytes;

/**
 * A patient's or doctor's private key under LIU, x; wiped when closed. Exported with its tag, 55
 * bytes, so that it never becomes the key of another suite: one who re-encrypts under LIU and one
 * doctor can learn it. It opens all records of its holder.
 */
public final class LiuSecretKey implements AutoCloseable {

  private static final String TAG = "epione.liu.secret-key";

  private final SecretScalar x;
  private final SecretScalar inverse;
  private final LiuPublicKey publicKey;

  LiuSecretKey(BilinearGroup group, SecretScalar x) {
    this.x = x;
    this.inverse = x.inverse();
    this.publicKey = new LiuPublicKey(x.raise(group.generatorG1()));
  }

  static LiuSecretKey restore(BilinearGroup group, SecretBytes exported) {
    return SecretEncoding.read(
        TAG, exported, in -> new LiuSecretKey(group, SecretEncoding.scalar(in)));
  }

  /** The public half. */
  public LiuPublicKey publicKey() {
    return publicKey;
  }

  /** A copy for whoever stores it wrapped. */
  public SecretBytes export() {
    return SecretEncoding.write(CanonicalWriter.of(TAG, 1), x);
  }

  SecretScalar x() {
    return x;
  }

  /** 1/x. */
  SecretScalar inverse() {
    return inverse;
  }

  @Override
  public void close() {
    x.close();
    inverse.close();
  }

  @Override
  public String toString() {
    return "LiuSecretKey";
  }
}

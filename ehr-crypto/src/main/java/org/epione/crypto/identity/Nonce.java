package org.epione.crypto.identity;

import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.random.RandomSource;

/** Makes two otherwise equal warrants or grants different. 16 bytes, immutable. */
public final class Nonce extends Identifier {

  private Nonce(byte[] bytes) {
    super(bytes, "a nonce");
  }

  /**
   * The identifier with this value.
   *
   * @throws MalformedEncodingException unless there are exactly 16 bytes
   */
  public static Nonce of(byte[] bytes) {
    return new Nonce(bytes);
  }

  /** A new one that nobody has. */
  public static Nonce random(RandomSource random) {
    return of(random.bytes(LENGTH));
  }
}

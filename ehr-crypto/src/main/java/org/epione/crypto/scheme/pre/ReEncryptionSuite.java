package org.epione.crypto.scheme.pre;

import java.util.Arrays;
import org.epione.crypto.codec.Header;
import org.epione.crypto.codec.MalformedEncodingException;

/**
 * The suites that a record can be encrypted under. A ciphertext names its own by the tag that it
 * begins with; decoders of one suite refuse those of the other. That is all they share with
 * callers: in SCOPED one record is granted with the patient's key alone, in LIU two people and the
 * proxy make one key for everything, so no call of one has the meaning of a call of the other.
 */
public enum ReEncryptionSuite {
  /** {@link ScopedReEncryption}: the only one that the product uses. */
  SCOPED("epione.scoped.ciphertext"),
  /** {@link org.epione.crypto.scheme.pre.liu.LiuReEncryption}: for comparison. */
  LIU("epione.liu.ciphertext");

  private final String tag;

  ReEncryptionSuite(String tag) {
    this.tag = tag;
  }

  /** The tag of its ciphertexts. */
  public String tag() {
    return tag;
  }

  /**
   * The suite of an encoded ciphertext, of which the rest is not read.
   *
   * @throws MalformedEncodingException if it is of none
   */
  public static ReEncryptionSuite of(byte[] ciphertext) {
    String tag = Header.of(ciphertext).tag();
    return Arrays.stream(values())
        .filter(suite -> suite.tag.equals(tag))
        .findAny()
        .orElseThrow(() -> new MalformedEncodingException("not a ciphertext of a known suite"));
  }
}

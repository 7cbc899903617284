package org.epione.crypto.transcript;

import java.util.Arrays;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;

/**
 * HKDF-SHA-256 (RFC 5869): derives keys from a secret. The purpose goes in as domain tag in place
 * of the salt, so keys of different purposes are independent even for equal contexts.
 */
public final class Hkdf {

  /** Most bytes that one derivation gives (RFC 5869: 255 blocks). */
  public static final int MAX_LENGTH = 255 * Sha256.LENGTH;

  private Hkdf() {}

  /**
   * Derives {@code length} bytes.
   *
   * @param input secret with enough entropy; a password is stretched first
   * @param purpose salt
   * @param context what the key is bound to (HKDF's info), canonically encoded
   */
  public static SecretBytes derive(
      SecretBytes input, DomainTag purpose, byte[] context, int length) {
    return derive(input, purpose.bytes(), context, length);
  }

  /**
   * Derives {@code length} bytes as protocols do that leave the salt empty and begin HKDF's info
   * with their own label; for these only.
   *
   * @param label beginning of the info, as the protocol's standard fixes it
   * @param context rest of the info
   */
  public static SecretBytes deriveUnsalted(
      SecretBytes input, DomainTag label, byte[] context, int length) {
    byte[] info = org.bouncycastle.util.Arrays.concatenate(label.bytes(), context);
    return derive(input, new byte[0], info, length);
  }

  private static SecretBytes derive(SecretBytes input, byte[] salt, byte[] info, int length) {
    byte[] secret = input.reveal(SecretAccess.token());
    byte[] output = new byte[length];
    try {
      extractAndExpand(secret, salt, info, output);
      return SecretBytes.of(output);
    } finally {
      Arrays.fill(secret, (byte) 0);
      Arrays.fill(output, (byte) 0);
    }
  }

  /** The function of RFC 5869 as it stands: fills {@code output}. */
  static void extractAndExpand(byte[] secret, byte[] salt, byte[] info, byte[] output) {
    if (output.length == 0 || output.length > MAX_LENGTH) {
      throw new IllegalArgumentException("length out of range");
    }
    HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new PlatformSha256());
    hkdf.init(new HKDFParameters(secret, salt, info));
    hkdf.generateBytes(output, 0, output.length);
  }
}

package org.epione.crypto.transcript;

import java.util.Arrays;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;

/** HMAC-SHA-256 (RFC 2104), 32 bytes. Users take {@code hybrid.Mac}, which separates keys. */
public final class Hmac {

  /** Length of a tag in bytes. */
  public static final int LENGTH = Sha256.LENGTH;

  private Hmac() {}

  /** The tag of {@code data} under {@code key}. */
  public static byte[] of(SecretBytes key, byte[] data) {
    byte[] secret = key.reveal(SecretAccess.token());
    try {
      HMac hmac = new HMac(new PlatformSha256());
      hmac.init(new KeyParameter(secret));
      hmac.update(data, 0, data.length);
      byte[] tag = new byte[LENGTH];
      hmac.doFinal(tag, 0);
      return tag;
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }
}

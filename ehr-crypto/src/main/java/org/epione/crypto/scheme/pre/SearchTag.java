package org.epione.crypto.scheme.pre;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.pairing.Gt;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.transcript.DomainTag;
import org.epione.crypto.transcript.Hkdf;

/**
 * C3 = H2(a value of the pairing): what a record can be found by, 32 bytes that look random to
 * whoever has no trapdoor.
 *
 * @param value the bytes
 */
public record SearchTag(ByteString value) {

  /** Length in bytes. */
  public static final int LENGTH = 32;

  /** Refuses other lengths. */
  public SearchTag {
    if (value.size() != LENGTH) {
      throw new MalformedEncodingException("a search tag has " + LENGTH + " bytes");
    }
  }

  /** H2, with a suite's own tag. */
  public static SearchTag of(Gt value, DomainTag purpose) {
    try (SecretBytes shared = value.toSecret();
        SecretBytes tag = Hkdf.derive(shared, purpose, new byte[0], LENGTH)) {
      return new SearchTag(ByteString.of(tag.reveal(SecretAccess.token())));
    }
  }

  /** The tag with these bytes, or {@link MalformedEncodingException}. */
  public static SearchTag of(byte[] bytes) {
    return new SearchTag(ByteString.of(bytes));
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return value.bytes();
  }
}

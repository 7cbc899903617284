package org.epione.crypto.transcript;

import java.security.MessageDigest;

/** SHA-256 in pieces, for content too large to hold. One use: ended by {@link #finish}. */
public final class StreamDigest {

  private final MessageDigest sha256 = Sha256.create();
  private boolean finished;

  /** Takes in {@code length} bytes from {@code offset} on. */
  public StreamDigest update(byte[] data, int offset, int length) {
    if (finished) {
      throw new IllegalStateException("digest is finished");
    }
    sha256.update(data, offset, length);
    return this;
  }

  /** Takes in all of {@code data}. */
  public StreamDigest update(byte[] data) {
    return update(data, 0, data.length);
  }

  /** The digest of everything taken in. */
  public Digest finish() {
    if (finished) {
      throw new IllegalStateException("digest is finished");
    }
    finished = true;
    return Digest.decode(sha256.digest());
  }
}

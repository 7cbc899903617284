package org.epione.crypto.transcript;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** SHA-256 in pieces, for content too large to hold. One use: ended by {@link #finish}. */
public final class StreamDigest {

  private static final int BUFFER = 64 * 1024;

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

  /**
   * Takes in all that is left in a stream, in constant memory; does not close it.
   *
   * @return how many bytes that were
   */
  public long update(InputStream in) throws IOException {
    long length = 0;
    byte[] buffer = new byte[BUFFER];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      update(buffer, 0, n);
      length += n;
    }
    return length;
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

package org.epione.crypto.hybrid;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decrypts what is read from it; made by {@link StreamingAead#opening}. Each byte is authentic when
 * it comes out, and none of a refused segment does. But <b>do not act on data before the end was
 * reached</b>, that is, before a read gave -1: a stream that was cut gives all whole segments first
 * and is refused then. After a failure every read fails. Not thread-safe.
 */
public final class OpeningStream extends InputStream {

  private final Source source;
  private final InputStream cipher;
  private boolean failed;
  private boolean complete;

  OpeningStream(AesGcmHkdfStreaming aead, byte[] associatedData, InputStream source)
      throws IOException {
    this.source = new Source(source);
    try {
      this.cipher = aead.newDecryptingStream(this.source, associatedData);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot do AES-256-GCM", e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /**
   * Reads as {@link InputStream#read(byte[], int, int)} does; -1 means that all was read.
   *
   * @throws DecryptionFailedException if the stream was changed or cut here
   * @throws IOException from the source
   */
  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, buffer.length);
    if (failed) {
      throw new DecryptionFailedException();
    }
    if (length == 0) {
      return 0;
    }
    failed = true;
    int read = decrypt(buffer, offset, length);
    failed = false;
    complete = read < 0;
    return read;
  }

  /** Whether the end was reached: what was read is all of it, and may be acted on. */
  public boolean isComplete() {
    return complete;
  }

  /** Closes the source; tells nothing of whether the end was reached. */
  @Override
  public void close() throws IOException {
    source.close();
  }

  @Override
  public String toString() {
    return "OpeningStream";
  }

  private int decrypt(byte[] buffer, int offset, int length) throws IOException {
    try {
      return cipher.read(buffer, offset, length);
    } catch (IOException e) {
      // Tink tells a refused segment and a failing source by the same exception.
      if (source.failure != null) {
        throw source.failure;
      }
      throw new DecryptionFailedException();
    }
  }

  /** Remembers its own failure. */
  private static final class Source extends InputStream {
    private final InputStream in;
    private @Nullable IOException failure;

    Source(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      try {
        return in.read(buffer, offset, length);
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}

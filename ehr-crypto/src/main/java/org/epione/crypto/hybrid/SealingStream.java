package org.epione.crypto.hybrid;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;

/**
 * Encrypts what is written to it; made by {@link StreamingAead#sealing}. {@link #complete} ends it.
 * Closing alone does not: a stream that an exception left half-written stays without its last
 * segment and is refused when it is opened, instead of passing for a shorter one. Not thread-safe.
 */
public final class SealingStream extends OutputStream {

  private enum State {
    OPEN,
    BROKEN,
    COMPLETE,
    CLOSED
  }

  private final OutputStream sink;
  private final OutputStream cipher;
  private State state = State.OPEN;

  SealingStream(AesGcmHkdfStreaming aead, byte[] associatedData, OutputStream sink)
      throws IOException {
    this.sink = sink;
    try {
      this.cipher = aead.newEncryptingStream(new KeptOpen(sink), associatedData);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot do AES-256-GCM", e);
    }
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] plaintext, int offset, int length) throws IOException {
    run(() -> cipher.write(plaintext, offset, length));
  }

  /**
   * Writes the last segment and flushes; nothing can be written afterwards. The sink stays open.
   *
   * @throws IOException from the sink, now or before: the stream is not complete
   */
  public void complete() throws IOException {
    run(
        () -> {
          cipher.close();
          sink.flush();
        });
    state = State.COMPLETE;
  }

  /** Closes the sink; what was not completed stays incomplete. */
  @Override
  public void close() throws IOException {
    state = State.CLOSED;
    sink.close();
  }

  @Override
  public String toString() {
    return "SealingStream";
  }

  /** A failure in the midst of a segment leaves a gap, so nothing may follow one. */
  private void run(Step step) throws IOException {
    if (state != State.OPEN) {
      throw new IOException("the sealed stream takes no more");
    }
    state = State.BROKEN;
    step.run();
    state = State.OPEN;
  }

  private interface Step {
    void run() throws IOException;
  }

  /** Tink closes what it writes to; here that is left to the owner. */
  private static final class KeptOpen extends OutputStream {
    private final OutputStream sink;

    KeptOpen(OutputStream sink) {
      this.sink = sink;
    }

    @Override
    public void write(int value) throws IOException {
      sink.write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      sink.write(bytes, offset, length);
    }
  }
}

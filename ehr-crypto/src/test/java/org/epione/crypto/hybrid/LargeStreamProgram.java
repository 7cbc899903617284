package org.epione.crypto.hybrid;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.epione.crypto.Suites;

/**
 * Seals and opens one gibibyte at the same time; {@link LargeStreamTest} gives it little memory.
 */
final class LargeStreamProgram {

  private static final int CHUNK = 64 * 1024;
  private static final long CHUNKS = 16 * 1024;

  private LargeStreamProgram() {}

  public static void main(String[] arguments) throws IOException {
    StreamingAead streaming = new StreamingAead();
    try (AeadKey key = Suites.blst("large stream").aead().generateKey()) {
      InputStream sealed = new Sealed(streaming, key);
      Comparison sink = new Comparison();
      long length = streaming.open(key, SealedStreams.CONTEXT, sealed, sink);
      System.out.println(sink.committed ? "committed " + length : "not committed");
    }
  }

  /** Which chunk it is, then always the same. */
  private static byte[] chunk(long number) {
    return ByteBuffer.allocate(CHUNK).putLong(number).array();
  }

  /** Seals the next chunk whenever the sealed bytes so far were read. */
  private static final class Sealed extends InputStream {
    private final ByteArrayOutputStream fresh = new ByteArrayOutputStream(2 * CHUNK);
    private final SealingStream out;
    private byte[] ready = {};
    private int position;
    private long written;
    private boolean complete;

    Sealed(StreamingAead streaming, AeadKey key) throws IOException {
      out = streaming.sealing(key, SealedStreams.CONTEXT, fresh);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      while (position == ready.length) {
        if (complete) {
          return -1;
        }
        sealMore();
        ready = fresh.toByteArray();
        fresh.reset();
        position = 0;
      }
      int count = Math.min(length, ready.length - position);
      System.arraycopy(ready, position, buffer, offset, count);
      position += count;
      return count;
    }

    private void sealMore() throws IOException {
      if (written < CHUNKS) {
        out.write(chunk(written++));
      } else {
        out.complete();
        complete = true;
      }
    }
  }

  /** Compares with what was sealed. */
  private static final class Comparison implements PlaintextSink {
    private byte[] expected = {};
    private int position;
    private long compared;
    private boolean committed;

    @Override
    public void write(byte[] plaintext, int offset, int length) throws IOException {
      int from = offset;
      while (from < offset + length) {
        if (position == expected.length) {
          expected = chunk(compared++);
          position = 0;
        }
        int count = Math.min(offset + length - from, expected.length - position);
        if (!Arrays.equals(plaintext, from, from + count, expected, position, position + count)) {
          throw new IOException("another plaintext in chunk " + compared);
        }
        from += count;
        position += count;
      }
    }

    @Override
    public void commit() {
      committed = compared == CHUNKS && position == expected.length;
    }

    @Override
    public void discard() {
      committed = false;
    }
  }
}

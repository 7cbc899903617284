package org.epione.crypto.hybrid;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.epione.crypto.Suites;
import org.epione.crypto.identity.RecordId;

/** Sealed streams in memory, taken apart into their segments and put together otherwise. */
final class SealedStreams {

  /** Bytes before the first segment. */
  static final int PRELUDE = CommittedKey.COMMITMENT + StreamingAead.HEADER;

  /** Most plaintext in the first segment. */
  static final int FIRST = StreamingAead.SEGMENT - StreamingAead.HEADER - StreamingAead.TAG;

  /** Most plaintext in a later one. */
  static final int LATER = StreamingAead.SEGMENT - StreamingAead.TAG;

  /** Bytes that are read at a time. */
  static final int READ = 1000;

  static final RecordId RECORD = RecordId.random(Suites.blst("stream").random());
  static final byte[] CONTEXT = new AttachmentContext(RECORD, 1).associatedData();

  /** What was read before the end or the refusal, and which of the two it was. */
  record Outcome(byte[] read, boolean complete) {}

  private final StreamingAead aead = new StreamingAead();
  private final AeadKey key;

  SealedStreams(AeadKey key) {
    this.key = key;
  }

  /** Bytes that differ from segment to segment. */
  static byte[] plaintext(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 31 + (i >> 8) * 7 + (i >> 16));
    }
    return bytes;
  }

  byte[] seal(byte[] plaintext) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      aead.seal(key, CONTEXT, new ByteArrayInputStream(plaintext), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  Outcome open(byte[] sealed) {
    return open(key, CONTEXT, sealed);
  }

  Outcome open(AeadKey other, byte[] context, byte[] sealed) {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    try (OpeningStream in = aead.opening(other, context, new ByteArrayInputStream(sealed))) {
      byte[] buffer = new byte[READ];
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        read.write(buffer, 0, length);
      }
      return new Outcome(read.toByteArray(), in.isComplete());
    } catch (DecryptionFailedException refused) {
      return new Outcome(read.toByteArray(), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The prelude, then each segment. */
  static List<byte[]> parts(byte[] sealed) {
    List<byte[]> parts = new ArrayList<>();
    parts.add(Arrays.copyOf(sealed, PRELUDE));
    int from = PRELUDE;
    int end = CommittedKey.COMMITMENT + StreamingAead.SEGMENT;
    while (from < sealed.length) {
      parts.add(Arrays.copyOfRange(sealed, from, Math.min(end, sealed.length)));
      from = end;
      end += StreamingAead.SEGMENT;
    }
    return parts;
  }

  static byte[] join(List<byte[]> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    parts.forEach(out::writeBytes);
    return out.toByteArray();
  }
}

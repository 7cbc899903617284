package org.epione.crypto.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import org.epione.crypto.Suites;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.transcript.DomainTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamingAeadTest {

  private static final int FIRST = SealedStreams.FIRST;
  private static final int TWO = SealedStreams.FIRST + SealedStreams.LATER;
  private static final byte[] CONTEXT = SealedStreams.CONTEXT;

  private final Aead aead = Suites.blst("streams").aead();
  private final AeadKey key = aead.generateKey();
  private final StreamingAead streaming = new StreamingAead();
  private final SealedStreams streams = new SealedStreams(key);

  /** Keeps what it was told. */
  private static final class Kept implements PlaintextSink {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private String end = "";

    @Override
    public void write(byte[] plaintext, int offset, int length) {
      bytes.write(plaintext, offset, length);
    }

    @Override
    public void commit() {
      end += "committed";
    }

    @Override
    public void discard() {
      end += "discarded";
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, FIRST - 1, FIRST, FIRST + 1, TWO - 1, TWO, TWO + 1})
  void open_shouldGiveThePlaintext_atEachBorderOfSegments(int length) {
    byte[] plaintext = SealedStreams.plaintext(length);
    byte[] sealed = streams.seal(plaintext);
    assertThat(sealed).hasSize((int) StreamingAead.sealedLength(length));
    SealedStreams.Outcome outcome = streams.open(sealed);
    assertThat(outcome.complete()).isTrue();
    assertThat(outcome.read()).isEqualTo(plaintext);
    assertThat(streams.seal(plaintext)).isNotEqualTo(sealed);
  }

  @Test
  void streams_shouldWorkByteByByte() throws IOException {
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    SealingStream out = streaming.sealing(key, CONTEXT, sealed);
    out.write(0xff);
    out.complete();
    OpeningStream in =
        streaming.opening(key, CONTEXT, new ByteArrayInputStream(sealed.toByteArray()));
    assertThat(in.read(new byte[1], 0, 0)).isZero();
    assertThat(in.read()).isEqualTo(0xff);
    assertThat(in.read()).isEqualTo(-1);
    assertThat(in).hasToString("OpeningStream");
    assertThat(out).hasToString("SealingStream");
  }

  @Test
  void open_shouldCommitOnce_whenTheEndIsReached() throws IOException {
    byte[] plaintext = SealedStreams.plaintext(TWO);
    Kept kept = new Kept();
    InputStream sealed = new ByteArrayInputStream(streams.seal(plaintext));
    assertThat(streaming.open(key, CONTEXT, sealed, kept)).isEqualTo(TWO);
    assertThat(kept.end).isEqualTo("committed");
    assertThat(kept.bytes.toByteArray()).isEqualTo(plaintext);
  }

  @Test
  void open_shouldDiscard_whenCutAfterAWholeSegmentOrWithAnotherKey() {
    byte[] sealed = streams.seal(SealedStreams.plaintext(TWO));
    byte[] cut = Arrays.copyOf(sealed, CommittedKey.COMMITMENT + StreamingAead.SEGMENT);
    Kept kept = new Kept();
    assertThatThrownBy(() -> streaming.open(key, CONTEXT, new ByteArrayInputStream(cut), kept))
        .isExactlyInstanceOf(DecryptionFailedException.class)
        .hasMessage("decryption failed")
        .hasNoCause();
    assertThat(kept.end).isEqualTo("discarded");
    Kept other = new Kept();
    assertThatThrownBy(
            () ->
                streaming.open(
                    aead.generateKey(), CONTEXT, new ByteArrayInputStream(sealed), other))
        .isInstanceOf(DecryptionFailedException.class);
    assertThat(other.end).isEqualTo("discarded");
    assertThat(other.bytes.size()).isZero();
  }

  @Test
  void close_shouldLeaveTheStreamIncomplete_whenNotCompleted() throws IOException {
    for (int length : new int[] {0, 10, FIRST, TWO}) {
      ByteArrayOutputStream sealed = new ByteArrayOutputStream();
      try (SealingStream out = streaming.sealing(key, CONTEXT, sealed)) {
        out.write(SealedStreams.plaintext(length));
      }
      assertThat(streams.open(sealed.toByteArray()).complete()).isFalse();
    }
  }

  @Test
  void write_shouldFail_whenCompleteOrClosed() throws IOException {
    SealingStream complete = streaming.sealing(key, CONTEXT, OutputStream.nullOutputStream());
    complete.complete();
    assertThatThrownBy(() -> complete.write(1)).isInstanceOf(IOException.class);
    assertThatThrownBy(complete::complete).isInstanceOf(IOException.class);
    SealingStream closed = streaming.sealing(key, CONTEXT, OutputStream.nullOutputStream());
    closed.close();
    assertThatThrownBy(closed::complete).isInstanceOf(IOException.class);
  }

  @Test
  void complete_shouldFail_whenTheSinkFailedBefore() throws IOException {
    IOException full = new IOException("disk full");
    OutputStream sink =
        new OutputStream() {
          private int left = StreamingAead.SEGMENT;

          @Override
          public void write(int value) throws IOException {
            if (left-- == 0) {
              throw full;
            }
          }
        };
    SealingStream out = streaming.sealing(key, CONTEXT, sink);
    assertThatThrownBy(() -> out.write(new byte[3 * StreamingAead.SEGMENT])).isSameAs(full);
    assertThatThrownBy(out::complete).isInstanceOf(IOException.class).isNotSameAs(full);
  }

  @Test
  void read_shouldThrowTheSourcesFailure_andRefuseAfterwards() throws IOException {
    IOException broken = new IOException("connection lost");
    byte[] sealed = streams.seal(SealedStreams.plaintext(TWO));
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw broken;
          }

          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            throw broken;
          }
        };
    InputStream source =
        new SequenceInputStream(
            new ByteArrayInputStream(Arrays.copyOf(sealed, sealed.length - 20)), failing);
    OpeningStream in = streaming.opening(key, CONTEXT, source);
    assertThatThrownBy(in::readAllBytes).isSameAs(broken);
    assertThatThrownBy(in::read).isInstanceOf(DecryptionFailedException.class);
    assertThat(in.isComplete()).isFalse();
  }

  @Test
  void deriveKey_shouldDiffer_whenSecretPurposeOrHeaderDiffers() {
    SecretBytes shared = SecretBytes.of(new byte[] {1});
    AeadKey one = streaming.deriveKey(shared, DomainTag.SCOPED_PAYLOAD, CONTEXT);
    byte[] sealed = new SealedStreams(one).seal(new byte[] {7});
    AeadKey same = streaming.deriveKey(shared, DomainTag.SCOPED_PAYLOAD, CONTEXT);
    assertThat(new SealedStreams(same).open(sealed).complete()).isTrue();
    for (AeadKey other :
        new AeadKey[] {
          streaming.deriveKey(SecretBytes.of(new byte[] {2}), DomainTag.SCOPED_PAYLOAD, CONTEXT),
          streaming.deriveKey(shared, DomainTag.SCOPED_MATCH, CONTEXT),
          streaming.deriveKey(shared, DomainTag.SCOPED_PAYLOAD, new byte[0])
        }) {
      assertThat(new SealedStreams(other).open(sealed).complete()).isFalse();
    }
  }

  @Test
  void opening_shouldRefuse_whenKeyIsClosed() {
    byte[] sealed = streams.seal(new byte[1]);
    key.close();
    assertThatThrownBy(() -> streams.open(sealed)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> streams.seal(new byte[1])).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void context_shouldRefuse_whenPositionIsOutOfRange() {
    RecordId record = SealedStreams.RECORD;
    assertThat(new AttachmentContext(record, 0xffff).associatedData()).hasSize(37);
    for (int position : new int[] {0, 0x10000}) {
      assertThatThrownBy(() -> new AttachmentContext(record, position))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> StreamingAead.sealedLength(-1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

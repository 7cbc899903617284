package org.epione.crypto.hybrid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.epione.crypto.Suites;

class StreamingAeadPropertyTest {

  private static final int TWO = SealedStreams.FIRST + SealedStreams.LATER + 5000;
  private static final AeadKey KEY = Suites.blst("stream properties").aead().generateKey();
  private static final StreamingAead STREAMING = new StreamingAead();

  @Property(tries = 20)
  void open_shouldGiveThePlaintext_howeverItIsWrittenAndRead(
      @ForAll @IntRange(max = TWO) int length,
      @ForAll @IntRange(min = 1, max = 70_000) int written,
      @ForAll @IntRange(min = 1, max = 70_000) int read)
      throws IOException {
    byte[] plaintext = SealedStreams.plaintext(length);
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    try (SealingStream out = STREAMING.sealing(KEY, SealedStreams.CONTEXT, sealed)) {
      for (int from = 0; from < length; from += written) {
        out.write(plaintext, from, Math.min(written, length - from));
      }
      out.complete();
    }
    ByteArrayOutputStream opened = new ByteArrayOutputStream();
    OpeningStream in =
        STREAMING.opening(
            KEY, SealedStreams.CONTEXT, new ByteArrayInputStream(sealed.toByteArray()));
    byte[] buffer = new byte[read];
    for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
      assertThat(in.isComplete()).isFalse();
      opened.write(buffer, 0, got);
    }
    assertThat(in.isComplete()).isTrue();
    assertThat(in.read()).isEqualTo(-1);
    assertThat(opened.toByteArray()).isEqualTo(plaintext);
  }
}

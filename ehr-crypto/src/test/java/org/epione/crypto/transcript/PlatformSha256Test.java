package org.epione.crypto.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bouncycastle.crypto.ExtendedDigest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.junit.jupiter.api.Test;

class PlatformSha256Test {

  private final ExtendedDigest digest = new PlatformSha256();

  @Property(tries = 200)
  void digest_shouldBeThatOfBouncyCastle(@ForAll byte[] input, @ForAll @IntRange(max = 7) int at) {
    assertThat(of(new PlatformSha256(), input, at)).isEqualTo(of(new SHA256Digest(), input, at));
  }

  @Test
  void digest_shouldDescribeItself_asThatOfBouncyCastle() {
    ExtendedDigest expected = new SHA256Digest();
    assertThat(digest.getAlgorithmName()).isEqualTo(expected.getAlgorithmName());
    assertThat(digest.getDigestSize()).isEqualTo(expected.getDigestSize());
    assertThat(digest.getByteLength()).isEqualTo(expected.getByteLength());
  }

  @Test
  void doFinal_shouldBeRefused_whenThereIsNoRoom() {
    assertThatThrownBy(() -> digest.doFinal(new byte[40], 9))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The digest in a larger array, and how many bytes are said to be its own. */
  private static byte[] of(ExtendedDigest digest, byte[] input, int at) {
    byte[] out = new byte[at + digest.getDigestSize() + 1];
    digest.update((byte) 7);
    digest.reset();
    if (input.length > 0) {
      digest.update(input[0]);
      digest.update(input, 1, input.length - 1);
    }
    out[out.length - 1] = (byte) digest.doFinal(out, at);
    return out;
  }
}

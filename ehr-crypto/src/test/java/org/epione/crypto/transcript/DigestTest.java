package org.epione.crypto.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.epione.crypto.codec.MalformedEncodingException;
import org.junit.jupiter.api.Test;

class DigestTest {

  private static final byte[] ABC = "abc".getBytes(StandardCharsets.UTF_8);
  private static final String SHA_256_OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void of_shouldBeSha256_whenGivenTheStandardsExample() {
    assertThat(Digest.of(ABC).hex()).isEqualTo(SHA_256_OF_ABC);
    assertThat(Digest.of(ABC).shortHex()).isEqualTo("ba7816bf");
  }

  @Test
  void ofConcatenation_shouldEqualOf_whenPartsJoinToTheSame() {
    assertThat(Digest.ofConcatenation(new byte[] {'a'}, new byte[] {'b', 'c'}))
        .isEqualTo(Digest.of(ABC));
  }

  @Test
  void finish_shouldEqualOf_whenFedInPieces() {
    StreamDigest stream = new StreamDigest();
    stream.update(ABC, 0, 1).update(new byte[] {'b', 'c'});
    assertThat(stream.finish()).isEqualTo(Digest.ofHex(SHA_256_OF_ABC));
    assertThatThrownBy(stream::finish).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> stream.update(ABC)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void update_shouldGiveTheStream_toGoOnWith() {
    StreamDigest stream = new StreamDigest();
    assertThat(stream.update(ABC)).isSameAs(stream);
  }

  @Test
  void digest_shouldShowItselfInHexadecimalAndSpreadItsHashes() {
    assertThat(Digest.of(ABC)).hasToString(SHA_256_OF_ABC);
    assertThat(Digest.of(ABC).hashCode()).isNotEqualTo(Digest.of(new byte[0]).hashCode());
  }

  @Test
  void decode_shouldRefuse_whenLengthIsWrong() {
    assertThatThrownBy(() -> Digest.decode(new byte[31]))
        .isInstanceOf(MalformedEncodingException.class);
    assertThatThrownBy(() -> Digest.ofHex(SHA_256_OF_ABC + "00"))
        .isInstanceOf(MalformedEncodingException.class);
    assertThatThrownBy(() -> Digest.ofHex(SHA_256_OF_ABC.replace('b', 'B')))
        .isInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void value_shouldNotChange_whenCopiesDo() {
    byte[] bytes = Digest.of(ABC).bytes();
    Digest digest = Digest.decode(bytes);
    bytes[0] = 0;
    digest.bytes()[0] = 0;
    assertThat(digest.hex()).isEqualTo(SHA_256_OF_ABC);
    assertThat(digest).isNotEqualTo(Digest.decode(bytes)).isNotEqualTo(null);
    assertThat(digest.compareTo(Digest.decode(bytes))).isPositive();
  }

  @Test
  void streamDigest_shouldTakeInAllThatIsLeftOfAStream_andCountIt() throws IOException {
    byte[] data = new byte[200_001];
    Arrays.fill(data, (byte) 7);
    StreamDigest stream = new StreamDigest();
    assertThat(stream.update(new ByteArrayInputStream(data))).isEqualTo(data.length);
    assertThat(stream.update(InputStream.nullInputStream())).isZero();
    assertThat(stream.finish()).isEqualTo(Digest.of(data));
  }
}

package org.epione.crypto.secretsharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import org.epione.crypto.Suites;
import org.epione.crypto.random.DeterministicRandomSource;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.transcript.Digest;
import org.junit.jupiter.api.Test;

class SecretSharingTest {

  private static final byte[] CONTEXT = {7};

  private final SecretSharing sharing = Suites.blst("secret sharing").secretSharing();

  @Test
  void combine_shouldGiveTheSecret_inEitherOrder() {
    for (int length : new int[] {16, 32, 65}) {
      SecretBytes secret = SecretBytes.of(new DeterministicRandomSource("secret").bytes(length));
      List<SecretBytes> shares = sharing.split(secret);

      assertThat(sharing.combine(shares.get(0), shares.get(1))).isEqualTo(secret);
      assertThat(sharing.combine(shares.get(1), shares.get(0))).isEqualTo(secret);
      assertThat(shares.get(0)).isNotEqualTo(secret);
      assertThat(shares.get(1)).isNotEqualTo(secret);
    }
  }

  /** For each share there is, for every secret, another share that would give that secret. */
  @Test
  void share_shouldFitEverySecret_soThatItTellsNothing() {
    SecretBytes share = sharing.split(zeroes()).get(1);
    for (String seed : List.of("one", "other", "third")) {
      SecretBytes any = SecretBytes.of(new DeterministicRandomSource(seed).bytes(32));
      SecretBytes partner = sharing.combine(share, any);

      assertThat(sharing.combine(share, partner)).isEqualTo(any);
    }
  }

  @Test
  void split_shouldDivideAnew_eachTime() {
    SecretBytes first = sharing.split(zeroes()).get(0);
    SecretBytes later = sharing.split(zeroes()).get(0);

    assertThat(later).isNotEqualTo(first);
    assertThat(sharing.combine(first, later)).isNotEqualTo(zeroes());
  }

  @Test
  void commitment_shouldBeOfThisShareInThisContextOnly() {
    List<SecretBytes> shares = sharing.split(zeroes());
    Digest commitment = sharing.commitment(CONTEXT, shares.get(0));

    assertThat(sharing.commitment(CONTEXT, shares.get(0).copy())).isEqualTo(commitment);
    assertThat(sharing.commitment(CONTEXT, sharing.split(zeroes()).get(0)))
        .isNotEqualTo(commitment);
    assertThat(sharing.commitment(new byte[] {8}, shares.get(0))).isNotEqualTo(commitment);
    for (int bit = 0; bit < 256; bit++) {
      byte[] changed = shares.get(0).reveal(SecretAccess.token());
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(sharing.commitment(CONTEXT, SecretBytes.take(changed))).isNotEqualTo(commitment);
    }
  }

  /** Computed apart, with sha256sum, from the bytes that the documentation gives. */
  @Test
  void commitment_shouldKeepItsBytes() {
    assertThat(sharing.commitment(CONTEXT, zeroes()).bytes())
        .isEqualTo(
            HexFormat.of()
                .parseHex("7c14afa30b5cbfdcda481bfd646b3d1b276de2649a97f2b26ed74c82493ba339"));
  }

  @Test
  void tooShortOrUnequal_shouldBeRefused() {
    SecretBytes fifteen = SecretBytes.of(new byte[15]);

    assertThatThrownBy(() -> sharing.split(fifteen)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> sharing.commitment(CONTEXT, fifteen))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> sharing.combine(fifteen, zeroes()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static SecretBytes zeroes() {
    return SecretBytes.of(new byte[32]);
  }
}

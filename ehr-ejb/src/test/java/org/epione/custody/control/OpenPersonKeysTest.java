package org.epione.custody.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.signature.BlsSecretKey;
import org.epione.custody.boundary.KeyPurpose;
import org.junit.jupiter.api.Test;

class OpenPersonKeysTest {

  private static final CryptoSuite SUITE = CryptoSuite.create(new SecureRandomSource());
  private static final String TAG = "epione.person-keys";
  private static final List<BlsSecretKey> KEYS =
      Stream.generate(() -> SUITE.bls().generate()).limit(17).toList();

  /** As it was before there could be several, byte for byte. */
  @Test
  void singleKey_shouldBeInVersionOne() {
    OpenPersonKeys keys = OpenPersonKeys.generate(SUITE, EnumSet.allOf(KeyPurpose.class));
    byte[] expected =
        CanonicalWriter.of(TAG, 1)
            .u8(1)
            .fixed(raw(keys.signing().orElseThrow().export()), 32)
            .u8(1)
            .fixed(raw(keys.receiving().orElseThrow().secretKey().export()), 32)
            .u8(1)
            .fixed(raw(keys.medicalRecord().orElseThrow().secretKey().export()), 32)
            .toByteArray();

    assertThat(raw(keys.encode())).isEqualTo(expected);
    OpenPersonKeys opened =
        OpenPersonKeys.decode(
            SUITE, SecretBytes.of(expected), keys.signing().map(OpenPersonKeysTest::name));
    assertThat(raw(opened.signing().orElseThrow().export()))
        .isEqualTo(raw(keys.signing().orElseThrow().export()));
    assertThat(raw(opened.encode())).isEqualTo(expected);
  }

  @Test
  void noKey_shouldBeInVersionOne() {
    OpenPersonKeys keys = OpenPersonKeys.generate(SUITE, Set.of());
    byte[] expected = CanonicalWriter.of(TAG, 1).u8(0).u8(0).u8(0).toByteArray();

    assertThat(raw(keys.encode())).isEqualTo(expected);
    assertThat(raw(decode(expected).encode())).isEqualTo(expected);
    assertThat(decode(expected).signing()).isEmpty();
  }

  @Property(tries = 40)
  void severalKeys_shouldBeReadBack_inTheirOrder(
      @ForAll @IntRange(min = 2, max = 16) int count, @ForAll @IntRange(max = 15) int index) {
    List<BlsSecretKey> several = KEYS.subList(0, count);
    BlsSecretKey current = several.get(index % count);
    byte[] encoded = several(several);

    OpenPersonKeys opened =
        OpenPersonKeys.decode(SUITE, SecretBytes.of(encoded), Optional.of(name(current)));

    assertThat(raw(opened.encode())).isEqualTo(encoded);
    assertThat(raw(opened.signing().orElseThrow().export())).isEqualTo(raw(current.export()));
    assertThat(several)
        .allSatisfy(
            key ->
                assertThat(raw(opened.signing(key.publicKey()).orElseThrow().export()))
                    .isEqualTo(raw(key.export())));
    assertThat(opened.signing(KEYS.get(16).publicKey())).isEmpty();
  }

  @Test
  void current_shouldBeAbsent_whereItsSecretIsNotThere() {
    SecretBytes encoded = SecretBytes.of(several(KEYS.subList(0, 3)));

    assertThat(OpenPersonKeys.decode(SUITE, encoded, Optional.empty()).signing()).isEmpty();
    assertThat(OpenPersonKeys.decode(SUITE, encoded, Optional.of(name(KEYS.get(3)))).signing())
        .isEmpty();
  }

  @Test
  void keysThatAreNotKept_shouldBeWiped_andNotBeEncoded() {
    OpenPersonKeys opened = decode(several(KEYS.subList(0, 3)));
    BlsSecretKey gone = opened.signing(KEYS.get(1).publicKey()).orElseThrow();

    OpenPersonKeys fewer = opened.withSigning(Set.of(name(KEYS.get(0)), name(KEYS.get(2))));

    assertThat(raw(fewer.encode())).isEqualTo(several(List.of(KEYS.get(0), KEYS.get(2))));
    assertThatThrownBy(gone::export).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void lastButOneKey_shouldLeaveVersionOne() {
    OpenPersonKeys opened = decode(several(KEYS.subList(0, 2)));

    assertThat(raw(opened.withSigning(Set.of(name(KEYS.get(1)))).encode()))
        .isEqualTo(
            CanonicalWriter.of(TAG, 1)
                .u8(1)
                .fixed(raw(KEYS.get(1).export()), 32)
                .u8(0)
                .u8(0)
                .toByteArray());
  }

  @Test
  void closing_shouldWipeAll() {
    OpenPersonKeys opened = decode(several(KEYS.subList(0, 3)));
    List<BlsSecretKey> signing =
        KEYS.subList(0, 3).stream().map(key -> opened.signing(key.publicKey()).get()).toList();

    opened.close();

    assertThat(signing)
        .allSatisfy(
            key -> assertThatThrownBy(key::export).isInstanceOf(IllegalStateException.class));
  }

  @Test
  void hostileEncodings_shouldBeRefused() {
    byte[] two = several(KEYS.subList(0, 2));
    byte[] otherTag = two.clone();
    otherTag[1] ^= 1;
    byte[] thirdVersion = two.clone();
    thirdVersion[TAG.length() + 1] = 3;
    byte[] asVersionOne = two.clone();
    asVersionOne[TAG.length() + 1] = 1;

    malformed(several(List.of()));
    malformed(several(KEYS.subList(0, 1)));
    malformed(several(KEYS));
    malformed(several(List.of(KEYS.get(0), KEYS.get(1), KEYS.get(0))));
    malformed(several(List.of(KEYS.get(0), KEYS.get(0))));
    malformed(Arrays.copyOf(two, two.length + 1));
    malformed(otherTag);
    malformed(thirdVersion);
    malformed(asVersionOne);
    malformed(new byte[0]);
    malformed(
        CanonicalWriter.of(TAG, 2)
            .list(List.of(1, 2), (out, each) -> out.fixed(new byte[32], 32))
            .u8(0)
            .u8(0)
            .toByteArray());
  }

  @Test
  void shortenedEncodings_shouldBeRefused() {
    byte[] two = several(KEYS.subList(0, 2));

    for (int length = 0; length < two.length; length++) {
      malformed(Arrays.copyOf(two, length));
    }
  }

  @Property(tries = 300)
  void decoding_shouldRefuseOrReproduce_whateverFollowsTheHeader(
      @ForAll @IntRange(min = 1, max = 3) int version, @ForAll @Size(max = 120) byte[] rest) {
    refuseOrReproduce(CanonicalWriter.of(TAG, version).fixed(rest, rest.length).toByteArray());
  }

  @Property(tries = 200)
  void decoding_shouldRefuseOrReproduce_whereABitIsTurned(@ForAll @IntRange(max = 750) int bit) {
    byte[] encoded = several(KEYS.subList(0, 2));
    encoded[bit / 8 % encoded.length] ^= (byte) (1 << bit % 8);
    refuseOrReproduce(encoded);
  }

  private static void refuseOrReproduce(byte[] encoded) {
    try {
      assertThat(raw(decode(encoded).encode())).isEqualTo(encoded);
    } catch (MalformedEncodingException refused) {
      assertThat(refused).hasMessageNotContaining(ByteString.of(encoded).hex());
    }
  }

  private static void malformed(byte[] encoded) {
    assertThatThrownBy(() -> decode(encoded)).isInstanceOf(MalformedEncodingException.class);
  }

  /** Version 2 with these and nothing else. */
  private static byte[] several(List<BlsSecretKey> keys) {
    return CanonicalWriter.of(TAG, 2)
        .list(new ArrayList<>(keys), (out, key) -> out.fixed(raw(key.export()), 32))
        .u8(0)
        .u8(0)
        .toByteArray();
  }

  private static OpenPersonKeys decode(byte[] encoded) {
    return OpenPersonKeys.decode(SUITE, SecretBytes.of(encoded), Optional.empty());
  }

  private static ByteString name(BlsSecretKey key) {
    return ByteString.of(key.publicKey().encode());
  }

  private static byte[] raw(SecretBytes secret) {
    return secret.reveal(SecretAccess.token());
  }
}

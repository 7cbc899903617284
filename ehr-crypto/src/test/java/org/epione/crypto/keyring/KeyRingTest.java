package org.epione.crypto.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.epione.crypto.Suites;
import org.epione.crypto.Tampering;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.hybrid.Aead;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.secret.SecretBytes;
import org.junit.jupiter.api.Test;

class KeyRingTest {

  private static final KeyName NAME = new KeyName("record-key", "patient-1");
  private static final byte[] DATA = {1, 2};

  private final Aead aead = Suites.blst("key ring").aead();
  private final KeyRing ring = KeyRing.generate(aead, "key-store");
  private final AeadKey key = aead.generateKey();
  private final byte[] encrypted = aead.seal(key, DATA, DATA);

  @Test
  void unwrap_shouldGiveTheKey_thatWasWrapped() {
    WrappedKey wrapped = ring.wrap(NAME, key);
    requireSameKey(ring.unwrapKey(NAME, WrappedKey.decode(wrapped.encode())));
    assertThat(wrapped.epoch()).isEqualTo(1);
    assertThat(wrapped.ring()).isEqualTo("key-store").isEqualTo(ring.name());
    assertThat(ring.wrap(NAME, key)).isNotEqualTo(wrapped);
    SecretBytes longest = SecretBytes.of(new byte[WrappedKey.MAX_SECRET]);
    assertThat(ring.unwrap(NAME, ring.wrap(NAME, longest))).isEqualTo(longest);
  }

  @Test
  void unwrap_shouldRefuse_whenAskedForAnotherKindOrOwner() {
    WrappedKey wrapped = ring.wrap(NAME, key);
    for (KeyName other :
        List.of(new KeyName("signing-key", "patient-1"), new KeyName("record-key", "patient-2"))) {
      failed(ring, other, wrapped);
      // Its header rewritten, so that it claims to be the other.
      failed(ring, other, new WrappedKey(other, wrapped.ring(), 1, wrapped.sealed()));
    }
  }

  @Test
  void unwrap_shouldRefuse_whenRingOrEpochIsAnother() {
    WrappedKey wrapped = ring.wrap(NAME, key);
    KeyRing stranger = KeyRing.generate(aead, "key-store");
    failed(stranger, NAME, wrapped);
    AeadKey same = aead.restore(ring.export(1));
    KeyRing renamed = KeyRing.of(aead, "other", Map.of(1L, same, 2L, same));
    failed(renamed, NAME, wrapped);
    failed(renamed, NAME, new WrappedKey(NAME, "other", 1, wrapped.sealed()));
    KeyRing twice = KeyRing.of(aead, "key-store", Map.of(1L, same, 2L, same));
    requireSameKey(twice.unwrapKey(NAME, wrapped));
    failed(twice, NAME, new WrappedKey(NAME, "key-store", 2, wrapped.sealed()));
  }

  @Test
  void unwrap_shouldRefuse_whenAnyByteIsChanged() {
    byte[] encoded = ring.wrap(NAME, key).encode();
    Tampering.everyByte(encoded)
        .forEach(
            changed ->
                assertThatThrownBy(() -> ring.unwrapKey(NAME, WrappedKey.decode(changed)))
                    .isInstanceOfAny(
                        MalformedEncodingException.class,
                        DecryptionFailedException.class,
                        WrappingKeyMissingException.class));
    Tampering.everyByte(ring.wrap(NAME, key).sealed().bytes())
        .forEach(
            changed ->
                failed(ring, NAME, new WrappedKey(NAME, "key-store", 1, ByteString.of(changed))));
  }

  @Test
  void rotate_shouldKeepBothEpochsReadable_andNotTouchWhatTheKeyEncrypted() {
    WrappedKey old = ring.wrap(NAME, key);
    assertThat(ring.rotate()).isEqualTo(2);
    assertThat(ring.epochs()).containsExactly(1L, 2L);
    WrappedKey fresh = ring.rewrap(old);
    assertThat(fresh.epoch()).isEqualTo(2);
    requireSameKey(ring.unwrapKey(NAME, old));
    requireSameKey(ring.unwrapKey(NAME, fresh));
  }

  @Test
  void unwrap_shouldSayWhatIsMissing_whenTheEpochWasDestroyed() {
    WrappedKey old = ring.wrap(NAME, key);
    ring.rotate();
    WrappedKey fresh = ring.rewrap(old);
    ring.destroy(1);
    assertThat(ring.epochs()).containsExactly(2L);
    requireSameKey(ring.unwrapKey(NAME, fresh));
    assertThatThrownBy(() -> ring.unwrapKey(NAME, old))
        .isInstanceOf(WrappingKeyMissingException.class)
        .hasMessage(
            "key ring key-store has no wrapping key of epoch 1: it was destroyed, or never was"
                + " here");
    assertThatThrownBy(() -> ring.rewrap(old)).isInstanceOf(WrappingKeyMissingException.class);
    assertThatThrownBy(() -> ring.export(1)).isInstanceOf(WrappingKeyMissingException.class);
    assertThatThrownBy(() -> ring.destroy(1)).isInstanceOf(WrappingKeyMissingException.class);
  }

  @Test
  void destroy_shouldRefuse_whenTheKeyIsInUse() {
    assertThatThrownBy(() -> ring.destroy(1)).isInstanceOf(IllegalArgumentException.class);
    assertThat(ring.epochs()).containsExactly(1L);
  }

  @Test
  void ring_shouldRefuseEveryUse_whenClosed() {
    WrappedKey wrapped = ring.wrap(NAME, key);
    ring.close();
    ring.close();
    for (Runnable use :
        List.<Runnable>of(
            () -> ring.wrap(NAME, key),
            () -> ring.unwrap(NAME, wrapped),
            () -> ring.rewrap(wrapped),
            () -> ring.rotate(),
            () -> ring.epoch(),
            () -> ring.export(1),
            () -> ring.destroy(1))) {
      assertThatThrownBy(use::run)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("key ring is closed");
    }
  }

  @Test
  void ring_shouldKeepItsOwnCopies() {
    AeadKey given = aead.generateKey();
    KeyRing copies = KeyRing.of(aead, "copies", Map.of(7L, given));
    WrappedKey wrapped = copies.wrap(NAME, key);
    given.close();
    requireSameKey(copies.unwrapKey(NAME, wrapped));
    AeadKey next = aead.generateKey();
    assertThat(copies.rotate(next)).isEqualTo(8);
    next.close();
    requireSameKey(copies.unwrapKey(NAME, copies.rewrap(wrapped)));
  }

  @Test
  void unwrapKey_shouldRefuse_whenItIsNotASymmetricKey() {
    WrappedKey wrapped = ring.wrap(NAME, SecretBytes.of(new byte[33]));
    assertThatThrownBy(() -> ring.unwrapKey(NAME, wrapped))
        .isInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void values_shouldRefuse_whatIsOutOfRange() {
    ByteString sealed = ByteString.of(new byte[Aead.OVERHEAD + 1]);
    for (Runnable making :
        List.<Runnable>of(
            () -> new KeyName("", "a"),
            () -> new KeyName("A", "a"),
            () -> new KeyName("a".repeat(65), "a"),
            () -> new KeyName("a", ""),
            () -> new KeyName("a", "a b"),
            () -> new KeyName("a", "a".repeat(129)),
            () -> new WrappedKey(NAME, "Ring", 1, sealed),
            () -> new WrappedKey(NAME, "ring", 0, sealed),
            () -> new WrappedKey(NAME, "ring", WrappedKey.MAX_EPOCH + 1, sealed),
            () -> new WrappedKey(NAME, "ring", 1, ByteString.of(new byte[Aead.OVERHEAD])),
            () -> KeyRing.of(aead, "ring", Map.of()),
            () -> KeyRing.of(aead, "ring", Map.of(0L, key)),
            () -> KeyRing.of(aead, "Ring", Map.of(1L, key)),
            () -> ring.wrap(NAME, SecretBytes.of(new byte[0])),
            () -> ring.wrap(NAME, SecretBytes.of(new byte[WrappedKey.MAX_SECRET + 1])),
            () -> KeyRing.of(aead, "r", Map.of(WrappedKey.MAX_EPOCH, key)).rotate())) {
      assertThatThrownBy(making::run).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void ring_shouldShowNothing_whenPrinted() {
    assertThat(ring).hasToString("KeyRing");
  }

  private void requireSameKey(AeadKey unwrapped) {
    assertThat(aead.open(unwrapped, DATA, encrypted)).isEqualTo(DATA);
  }

  private static void failed(KeyRing ring, KeyName name, WrappedKey wrapped) {
    assertThatThrownBy(() -> ring.unwrap(name, wrapped))
        .isExactlyInstanceOf(DecryptionFailedException.class)
        .hasNoCause();
  }
}

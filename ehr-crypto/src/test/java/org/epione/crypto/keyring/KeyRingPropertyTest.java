package org.epione.crypto.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.epione.crypto.Suites;
import org.epione.crypto.hybrid.Aead;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.secret.SecretBytes;

/** Whatever is done to a ring in whatever order: a wrap opens exactly while its epoch is there. */
class KeyRingPropertyTest {

  private static final Aead AEAD = Suites.blst("key ring properties").aead();

  private enum Act {
    WRAP,
    ROTATE,
    REWRAP_ALL,
    DESTROY_OLDEST
  }

  private record Held(KeyName name, SecretBytes secret, WrappedKey wrapped) {}

  @Property(tries = 200)
  void wraps_shouldOpen_exactlyWhileTheirEpochIsThere(@ForAll @Size(max = 30) List<Act> acts) {
    KeyRing ring = KeyRing.generate(AEAD, "ring");
    List<Held> held = new ArrayList<>();
    for (Act act : acts) {
      apply(act, ring, held);
    }
    SortedSet<Long> epochs = ring.epochs();
    for (Held each : held) {
      if (epochs.contains(each.wrapped.epoch())) {
        assertThat(ring.unwrap(each.name, each.wrapped)).isEqualTo(each.secret);
      } else {
        assertThatThrownBy(() -> ring.unwrap(each.name, each.wrapped))
            .isInstanceOf(WrappingKeyMissingException.class);
      }
    }
  }

  @Property(tries = 200)
  void wrap_shouldOpenUnderItsOwnNameOnly(
      @ForAll("names") KeyName one,
      @ForAll("names") KeyName other,
      @ForAll @Size(min = 1, max = 200) byte[] secret) {
    KeyRing ring = KeyRing.generate(AEAD, "ring");
    WrappedKey wrapped = WrappedKey.decode(ring.wrap(one, SecretBytes.of(secret)).encode());
    assertThat(ring.unwrap(one, wrapped)).isEqualTo(SecretBytes.of(secret));
    if (!one.equals(other)) {
      assertThatThrownBy(() -> ring.unwrap(other, wrapped))
          .isInstanceOf(DecryptionFailedException.class);
    }
  }

  @Provide
  Arbitrary<KeyName> names() {
    Arbitrary<String> kinds =
        Arbitraries.strings().withCharRange('a', 'z').withChars('-').ofMinLength(1).ofMaxLength(3);
    Arbitrary<String> owners =
        Arbitraries.strings().withCharRange('!', '~').ofMinLength(1).ofMaxLength(3);
    return net.jqwik.api.Combinators.combine(kinds, owners).as(KeyName::new);
  }

  private static void apply(Act act, KeyRing ring, List<Held> held) {
    switch (act) {
      case WRAP -> {
        KeyName name = new KeyName("key", "owner-" + held.size());
        SecretBytes secret = AEAD.generateKey().export();
        held.add(new Held(name, secret, ring.wrap(name, secret)));
      }
      case ROTATE -> ring.rotate();
      case REWRAP_ALL ->
          held.replaceAll(
              each ->
                  ring.epochs().contains(each.wrapped.epoch())
                      ? new Held(each.name, each.secret, ring.rewrap(each.wrapped))
                      : each);
      case DESTROY_OLDEST -> {
        if (ring.epochs().size() > 1) {
          ring.destroy(ring.epochs().first());
        }
      }
    }
  }
}

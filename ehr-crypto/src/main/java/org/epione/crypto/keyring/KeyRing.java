package org.epione.crypto.keyring;

import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.hybrid.Aead;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.jspecify.annotations.Nullable;

/**
 * Wrapping keys, one for each epoch. The newest wraps; all that are here unwrap. To rotate: {@link
 * #rotate}, then {@link #rewrap} everything that is stored (both epochs can be read meanwhile),
 * then {@link #destroy} the old epoch. The keys that are wrapped stay the same, so nothing that
 * they encrypted is touched.
 *
 * <p>A wrapped key opens only under the name, ring and epoch that it was wrapped for, and nobody
 * without the wrapping key can make one (AES-256-GCM; at most 2^32 wraps in one epoch). Who can
 * write to the store can still put an older wrap of the same key name in its place: destruction of
 * the old epoch ends that. Destroying wipes memory as {@link SecretBytes} does; copies that others
 * made, such as backups of a key store, they must destroy. Each operation costs one AES-GCM.
 * Thread-safe; wiped when closed.
 */
public final class KeyRing implements AutoCloseable {

  private final Aead aead;
  private final String name;
  private final NavigableMap<Long, AeadKey> keys = new TreeMap<>();

  private KeyRing(Aead aead, String name) {
    KeyName.requireKind(name);
    this.aead = aead;
    this.name = name;
  }

  /** A new ring with a random key of epoch 1. */
  public static KeyRing generate(Aead aead, String name) {
    KeyRing ring = new KeyRing(aead, name);
    ring.keys.put(1L, aead.generateKey());
    return ring;
  }

  /** The ring with these keys by epoch, at least one; keeps copies. */
  public static KeyRing of(Aead aead, String name, Map<Long, AeadKey> keys) {
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("a key ring has a key");
    }
    keys.keySet().forEach(WrappedKey::requireEpoch);
    KeyRing ring = new KeyRing(aead, name);
    keys.forEach((epoch, key) -> ring.keys.put(epoch, copy(aead, key)));
    return ring;
  }

  /** The ring's name, which wrapped keys carry. */
  public String name() {
    return name;
  }

  /** The epoch that wraps: the newest. */
  public synchronized long epoch() {
    return current().getKey();
  }

  /** The epochs that unwrap. */
  public synchronized SortedSet<Long> epochs() {
    return new TreeSet<>(keys.keySet());
  }

  /** A copy of the wrapping key of an epoch, for whoever stores it. */
  public synchronized SecretBytes export(long epoch) {
    return key(epoch).export();
  }

  /** Begins the next epoch with a random key. */
  public long rotate() {
    try (AeadKey next = aead.generateKey()) {
      return rotate(next);
    }
  }

  /**
   * Begins the next epoch with this key; keeps a copy.
   *
   * @return its number
   */
  public synchronized long rotate(AeadKey next) {
    long epoch = epoch() + 1;
    WrappedKey.requireEpoch(epoch);
    keys.put(epoch, copy(aead, next));
    return epoch;
  }

  /** Wraps a key under the newest wrapping key. */
  public WrappedKey wrap(KeyName key, AeadKey secret) {
    try (SecretBytes bytes = secret.export()) {
      return wrap(key, bytes);
    }
  }

  /** Wraps a secret of 1 to 65,536 bytes under the newest wrapping key. */
  public synchronized WrappedKey wrap(KeyName key, SecretBytes secret) {
    Map.Entry<Long, AeadKey> newest = current();
    byte[] header = WrappedKey.header(key, name, newest.getKey()).toByteArray();
    byte[] plaintext = secret.reveal(SecretAccess.token());
    try {
      byte[] sealed = aead.seal(newest.getValue(), header, plaintext);
      return new WrappedKey(key, name, newest.getKey(), ByteString.of(sealed));
    } finally {
      Arrays.fill(plaintext, (byte) 0);
    }
  }

  /**
   * Unwraps a symmetric key.
   *
   * @throws DecryptionFailedException if it is another's or another kind of key, of another ring,
   *     or was changed
   * @throws WrappingKeyMissingException if the ring has no key of its epoch
   */
  public AeadKey unwrapKey(KeyName key, WrappedKey wrapped) {
    try (SecretBytes bytes = unwrap(key, wrapped)) {
      return aead.restore(bytes);
    }
  }

  /** Unwraps a secret; fails as {@link #unwrapKey} does. */
  public synchronized SecretBytes unwrap(KeyName key, WrappedKey wrapped) {
    if (!wrapped.name().equals(key) || !wrapped.ring().equals(name)) {
      throw new DecryptionFailedException();
    }
    byte[] header = WrappedKey.header(key, name, wrapped.epoch()).toByteArray();
    return SecretBytes.take(aead.open(key(wrapped.epoch()), header, wrapped.sealed().bytes()));
  }

  /** Wraps the same key under the newest wrapping key; fails as {@link #unwrapKey} does. */
  public synchronized WrappedKey rewrap(WrappedKey wrapped) {
    try (SecretBytes bytes = unwrap(wrapped.name(), wrapped)) {
      return wrap(wrapped.name(), bytes);
    }
  }

  /**
   * Destroys the wrapping key of an epoch; what is still wrapped under it is lost.
   *
   * @throws IllegalArgumentException for the newest, which is in use
   * @throws WrappingKeyMissingException if it is not here
   */
  public synchronized void destroy(long epoch) {
    AeadKey key = key(epoch);
    if (epoch == epoch()) {
      throw new IllegalArgumentException("the newest wrapping key is in use");
    }
    key.close();
    keys.remove(epoch);
  }

  /** Destroys all; every use is refused from then on. */
  @Override
  public synchronized void close() {
    keys.values().forEach(AeadKey::close);
    keys.clear();
  }

  @Override
  public String toString() {
    return "KeyRing";
  }

  private AeadKey key(long epoch) {
    current();
    @Nullable AeadKey key = keys.get(epoch);
    if (key == null) {
      throw new WrappingKeyMissingException(name, epoch);
    }
    return key;
  }

  private Map.Entry<Long, AeadKey> current() {
    Map.@Nullable Entry<Long, AeadKey> newest = keys.lastEntry();
    if (newest == null) {
      throw new IllegalStateException("key ring is closed");
    }
    return newest;
  }

  private static AeadKey copy(Aead aead, AeadKey key) {
    try (SecretBytes bytes = key.export()) {
      return aead.restore(bytes);
    }
  }
}

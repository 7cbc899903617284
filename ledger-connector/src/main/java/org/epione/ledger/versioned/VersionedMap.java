package org.epione.ledger.versioned;

import io.vavr.collection.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * An immutable map: {@link #with} gives a new one and leaves this one as it is. The two share all
 * but the few nodes on the way to the entry (a hash array mapped trie), so that a step costs about
 * the same at any size.
 *
 * @param <K> keys with value equality
 * @param <V> immutable values
 */
public final class VersionedMap<K, V> {

  private static final VersionedMap<?, ?> EMPTY = new VersionedMap<>(HashMap.empty());

  private final HashMap<K, V> entries;

  private VersionedMap(HashMap<K, V> entries) {
    this.entries = entries;
  }

  /** The empty map. */
  @SuppressWarnings("unchecked") // it has no entries of any type
  public static <K, V> VersionedMap<K, V> empty() {
    return (VersionedMap<K, V>) EMPTY;
  }

  /** A map of these entries. */
  public static <K, V> VersionedMap<K, V> of(Map<K, V> entries) {
    return new VersionedMap<>(HashMap.ofAll(entries));
  }

  /** The value under {@code key}. */
  public Optional<V> get(K key) {
    return entries.get(key).toJavaOptional();
  }

  /** Whether there is a value under {@code key}. */
  public boolean contains(K key) {
    return entries.containsKey(key);
  }

  /** This map with {@code value} under {@code key}, in place of one that may be there. */
  public VersionedMap<K, V> with(K key, V value) {
    return new VersionedMap<>(entries.put(key, value));
  }

  /** This map without the entries that are not to be kept. */
  public VersionedMap<K, V> filter(BiPredicate<K, V> kept) {
    return new VersionedMap<>(entries.filter(kept));
  }

  /** All entries in one map, in no particular order; takes time in proportion to their number. */
  public Map<K, V> toMap() {
    return entries.toJavaMap();
  }
}

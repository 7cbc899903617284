package org.epione.ledger.versioned;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * An immutable map: {@link #with} gives a new one and leaves this one as it is. Kept as layers of
 * growing size, the newest first, which are merged as the digits of a binary counter carry (Bentley
 * and Saxe 1980): n additions copy n log n entries, and a look-up asks at most log n layers.
 *
 * @param <K> keys with value equality
 * @param <V> immutable values
 */
public final class VersionedMap<K, V> {

  private final List<Map<K, V>> layers;

  private VersionedMap(List<Map<K, V>> layers) {
    this.layers = layers;
  }

  /** The empty map. */
  public static <K, V> VersionedMap<K, V> empty() {
    return new VersionedMap<>(List.of());
  }

  /** A map of these entries. */
  public static <K, V> VersionedMap<K, V> of(Map<K, V> entries) {
    return new VersionedMap<>(entries.isEmpty() ? List.of() : List.of(Map.copyOf(entries)));
  }

  /** The value under {@code key}. */
  public Optional<V> get(K key) {
    for (Map<K, V> layer : layers) {
      V value = layer.get(key);
      if (value != null) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  /** Whether there is a value under {@code key}. */
  public boolean contains(K key) {
    return get(key).isPresent();
  }

  /** This map with {@code value} under {@code key}, in place of one that may be there. */
  public VersionedMap<K, V> with(K key, V value) {
    Map<K, V> newest = Map.of(key, value);
    int merged = 0;
    while (merged < layers.size() && layers.get(merged).size() <= newest.size()) {
      Map<K, V> both = new HashMap<>(layers.get(merged));
      both.putAll(newest);
      newest = both;
      merged++;
    }
    List<Map<K, V>> next = new ArrayList<>(layers.size() - merged + 1);
    next.add(newest);
    next.addAll(layers.subList(merged, layers.size()));
    return new VersionedMap<>(next);
  }

  /** This map without the entries that are not to be kept. */
  public VersionedMap<K, V> filter(BiPredicate<K, V> kept) {
    Map<K, V> all = toMap();
    all.entrySet().removeIf(entry -> !kept.test(entry.getKey(), entry.getValue()));
    return of(all);
  }

  /** All entries in one map, in no particular order; takes time in proportion to their number. */
  public Map<K, V> toMap() {
    Map<K, V> all = new HashMap<>();
    for (int i = layers.size() - 1; i >= 0; i--) {
      all.putAll(layers.get(i));
    }
    return all;
  }
}

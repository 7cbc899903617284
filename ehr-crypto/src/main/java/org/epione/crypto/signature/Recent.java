package org.epione.crypto.signature;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was found out last, and would take long to find out again, such as that a key is valid:
 * forgets what was not asked for longest. For public values only. Thread-safe.
 */
public final class Recent<K, V> {

  private final Map<K, V> values;

  /** Remembers as many as {@code most}. */
  public Recent(int most) {
    this.values = new Latest<>(most);
  }

  /** The value of that key, if it is remembered. */
  public synchronized Optional<V> find(K key) {
    return Optional.ofNullable(values.get(key));
  }

  /** Remembers a value. */
  public synchronized void put(K key, V value) {
    values.put(key, value);
  }

  /**
   * The value of that key, made if it is not remembered. Two threads that ask at once may both make
   * it. What {@code make} throws is thrown on, and nothing is remembered.
   */
  public V get(K key, Function<? super K, ? extends V> make) {
    Optional<V> known = find(key);
    if (known.isPresent()) {
      return known.get();
    }
    V made = make.apply(key);
    put(key, made);
    return made;
  }

  private static final class Latest<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    private final int most;

    Latest(int most) {
      super(16, 0.75f, true);
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > most;
    }
  }
}

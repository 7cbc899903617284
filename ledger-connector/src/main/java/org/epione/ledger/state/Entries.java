package org.epione.ledger.state;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.ledger.versioned.VersionedMap;

/** Entries of a map in an encoding: a list in the order of the keys' bytes, no key twice. */
final class Entries {

  private Entries() {}

  static <K, V> void write(
      CanonicalWriter to,
      VersionedMap<K, V> map,
      Function<K, ByteString> bytes,
      BiConsumer<CanonicalWriter, Map.Entry<K, V>> each) {
    to.list(
        map.toMap().entrySet().stream()
            .sorted(Comparator.comparing(entry -> bytes.apply(entry.getKey())))
            .toList(),
        each);
  }

  static <K, V> VersionedMap<K, V> read(
      CanonicalReader from,
      Function<K, ByteString> bytes,
      Function<CanonicalReader, Map.Entry<K, V>> each) {
    List<Map.Entry<K, V>> entries = from.list(Integer.MAX_VALUE, each);
    for (int i = 1; i < entries.size(); i++) {
      ByteString before = bytes.apply(entries.get(i - 1).getKey());
      if (before.compareTo(bytes.apply(entries.get(i).getKey())) >= 0) {
        throw new MalformedEncodingException("entries out of order");
      }
    }
    Map<K, V> map = new HashMap<>();
    entries.forEach(entry -> map.put(entry.getKey(), entry.getValue()));
    return VersionedMap.of(map);
  }
}

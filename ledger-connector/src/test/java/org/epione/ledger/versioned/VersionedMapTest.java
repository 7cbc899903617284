package org.epione.ledger.versioned;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class VersionedMapTest {

  @Property(tries = 200)
  void with_shouldLeaveEveryOlderVersionAsItWas(
      @ForAll @Size(max = 200) List<@IntRange(min = 0, max = 40) Integer> keys) {
    VersionedMap<Integer, Integer> map = VersionedMap.empty();
    Map<Integer, Integer> model = new HashMap<>();
    List<VersionedMap<Integer, Integer>> versions = new ArrayList<>();
    List<Map<Integer, Integer>> models = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      map = map.with(keys.get(i), i);
      model.put(keys.get(i), i);
      versions.add(map);
      models.add(Map.copyOf(model));
    }

    for (int i = 0; i < versions.size(); i++) {
      assertThat(versions.get(i).toMap()).isEqualTo(models.get(i));
      for (int key = 0; key <= 40; key++) {
        assertThat(versions.get(i).get(key).orElse(null)).isEqualTo(models.get(i).get(key));
        assertThat(versions.get(i).contains(key)).isEqualTo(models.get(i).containsKey(key));
      }
    }
  }
}

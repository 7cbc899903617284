package org.epione.crypto.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which values are remembered. */
class RecentTest {

  private final Recent<String, Integer> recent = new Recent<>(2);
  private final List<String> made = new ArrayList<>();

  private int get(String key) {
    return recent.get(
        key,
        each -> {
          made.add(each);
          return each.length();
        });
  }

  @Test
  void get_shouldMakeAValueOnce() {
    assertThat(get("one")).isEqualTo(3);
    assertThat(get("one")).isEqualTo(3);
    assertThat(made).containsExactly("one");
    assertThat(recent.find("one")).contains(3);
  }

  @Test
  void get_shouldForgetWhatWasNotAskedForLongest() {
    get("one");
    get("two");
    get("one");
    get("three");
    assertThat(recent.find("two")).isEmpty();
    assertThat(recent.find("one")).contains(3);
    recent.put("four", 4);
    assertThat(recent.find("three")).isEmpty();
    assertThat(recent.find("one")).isPresent();
  }

  @Test
  void get_shouldRememberNothing_whenItCannotBeMade() {
    IllegalArgumentException invalid = new IllegalArgumentException("no such key");
    assertThatThrownBy(
            () ->
                recent.get(
                    "one",
                    each -> {
                      throw invalid;
                    }))
        .isSameAs(invalid);
    assertThat(recent.find("one")).isEmpty();
    assertThat(get("one")).isEqualTo(3);
  }
}

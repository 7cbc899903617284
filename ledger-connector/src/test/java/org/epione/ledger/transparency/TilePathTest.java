package org.epione.ledger.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTest {

  @ParameterizedTest
  @CsvSource({
    "0/000,0,0,256",
    "0/x001/x234/067,0,1234067,256",
    "2/000.p/1,2,0,1",
    "63/999.p/255,63,999,255",
    "0/x001/000,0,1000,256",
    "entries/273.p/112,-1,273,112"
  })
  void parse_shouldReadTheFormOfTheSpecification(String path, int level, long number, int width) {
    TilePath tile = new TilePath(level, number, width);
    assertThat(TilePath.parse(path)).contains(tile);
    assertThat(tile.text()).isEqualTo(path);
    assertThat(tile.isEntries()).isEqualTo(level < 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "0/",
        "0/0",
        "0/0000",
        "00/000",
        "64/000",
        "-1/000",
        "0/x000/001",
        "0/x001",
        "0/001/002",
        "0/000.p/0",
        "0/000.p/256",
        "0/000.p/01",
        "0/000.p/",
        "0/000/..",
        "0/../000",
        "Entries/000",
        "0/000?",
        "0/x999/x999/x999/x999/x999/x999/x999/999"
      })
  void parse_shouldRefuseEverythingElse(String path) {
    assertThat(TilePath.parse(path)).isEqualTo(Optional.empty());
  }

  @Property
  void parse_shouldReadWhatTextWrites(
      @ForAll @IntRange(min = -1, max = 63) int level,
      @ForAll @LongRange(min = 0, max = 999_999_999_999_999_999L) long number,
      @ForAll @IntRange(min = 1, max = 256) int width) {
    TilePath tile = new TilePath(level, number, width);
    assertThat(TilePath.parse(tile.text())).contains(tile);
  }

  @Test
  void bundle_shouldGiveBackItsEntries() {
    List<byte[]> entries = List.of(new byte[0], new byte[] {1}, new byte[65_535]);
    byte[] bundle = EntryBundle.encode(entries);
    assertThat(bundle).hasSize(2 + 3 + 65_537);
    assertThat(EntryBundle.decode(bundle)).usingRecursiveComparison().isEqualTo(entries);
    assertThatThrownBy(() -> EntryBundle.encode(List.of(new byte[65_536])))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void bundle_shouldBeRefused_whenCutOffOrTooLong() {
    byte[] bundle = EntryBundle.encode(List.of(new byte[] {1, 2, 3}));
    for (int length = 1; length < bundle.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(bundle, length);
      assertThatThrownBy(() -> EntryBundle.decode(cut)).isInstanceOf(MalformedNoteException.class);
    }
    assertThatThrownBy(() -> EntryBundle.decode(new byte[2 * 257]))
        .isInstanceOf(MalformedNoteException.class);
    assertThat(EntryBundle.decode(new byte[0])).isEmpty();
  }
}

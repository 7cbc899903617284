package org.epione.ledger.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.epione.crypto.transcript.Digest;
import org.junit.jupiter.api.Test;

class TiledHashesTest {

  /** Tiles in memory that refuse what the interface rules out. */
  private static final class Tiles implements TileStore {
    private final Map<String, byte[]> tiles = new HashMap<>();
    private int puts;

    @Override
    public Optional<byte[]> tile(int level, long number) {
      return Optional.ofNullable(tiles.get(level + "/" + number)).map(byte[]::clone);
    }

    @Override
    public void put(int level, long number, byte[] hashes) {
      byte[] before = tiles.getOrDefault(level + "/" + number, new byte[0]);
      assertThat(hashes).hasSizeGreaterThan(before.length);
      assertThat(Arrays.copyOf(hashes, before.length)).isEqualTo(before);
      tiles.put(level + "/" + number, hashes.clone());
      puts++;
    }
  }

  private final Tiles store = new Tiles();
  private final TiledHashes tiled = new TiledHashes(store);

  @Property(tries = 20)
  void tree_shouldBeThatOfTheLeaves_howeverTheyWereAdded(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 130) Integer> batches) {
    Tiles there = new Tiles();
    TiledHashes hashes = new TiledHashes(there);
    List<Digest> leaves = new ArrayList<>();
    for (int batch : batches) {
      List<Digest> added = leaves(leaves.size(), batch);
      hashes.append(leaves.size(), added);
      int before = leaves.size();
      leaves.addAll(added);
      MerkleTree expected = MerkleTree.of(leaves);
      MerkleTree tree = MerkleTree.of(leaves.size(), hashes);
      assertThat(tree.root()).isEqualTo(expected.root());
      assertThat(tree.consistencyProof(before)).isEqualTo(expected.consistencyProof(before));
      if (!leaves.isEmpty()) {
        assertThat(tree.proof(before / 2)).isEqualTo(expected.proof(before / 2));
      }
    }
  }

  @Test
  void tiles_shouldBeThoseOfTheSpecification_whenTreeHas70000Leaves() {
    tiled.append(0, leaves(0, 70_000));
    assertThat(store.tile(0, 272)).hasValueSatisfying(tile -> width(tile, 256));
    assertThat(store.tile(0, 273)).hasValueSatisfying(tile -> width(tile, 112));
    assertThat(store.tile(0, 274)).isEmpty();
    assertThat(store.tile(1, 0)).hasValueSatisfying(tile -> width(tile, 256));
    assertThat(store.tile(1, 1)).hasValueSatisfying(tile -> width(tile, 17));
    assertThat(store.tile(2, 0)).hasValueSatisfying(tile -> width(tile, 1));
    assertThat(store.tile(3, 0)).isEmpty();
  }

  @Test
  void append_shouldTouchOneTileOfEachLevel() {
    tiled.append(0, leaves(0, 65_535));
    store.puts = 0;
    tiled.append(65_535, leaves(65_535, 1));
    assertThat(store.puts).isEqualTo(3);
    tiled.append(65_536, leaves(65_536, 1));
    assertThat(store.puts).isEqualTo(4);
  }

  @Test
  void hash_shouldFail_whenTilesDoNotReachThere() {
    tiled.append(0, leaves(0, 5));
    assertThatThrownBy(() -> MerkleTree.of(6, tiled).root())
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> MerkleTree.of(300, tiled).root())
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> tiled.append(300, leaves(300, 1)))
        .isInstanceOf(IllegalStateException.class);
  }

  private static void width(byte[] tile, int hashes) {
    assertThat(tile).hasSize(hashes * Digest.LENGTH);
  }

  private static List<Digest> leaves(int from, int count) {
    List<Digest> leaves = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      leaves.add(MerkleTree.leafHash(ByteBuffer.allocate(4).putInt(from + i).array()));
    }
    return leaves;
  }
}

package org.epione.ledger.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.transcript.Digest;
import org.junit.jupiter.api.Test;

class TreeFrontierTest {

  @Test
  void root_shouldBeThatOfTheTree_atEverySize() {
    List<Digest> leaves = new ArrayList<>();
    TreeFrontier frontier = TreeFrontier.EMPTY;
    for (int size = 0; size < 300; size++) {
      assertThat(frontier.size()).isEqualTo(size);
      assertThat(frontier.root()).isEqualTo(MerkleTree.of(leaves).root());
      CanonicalWriter to = CanonicalWriter.of("test", 1);
      frontier.write(to);
      assertThat(CanonicalReader.decode("test", 1, to.toByteArray(), TreeFrontier::read))
          .isEqualTo(frontier);
      Digest leaf = MerkleTree.leafHash(new byte[] {(byte) size, (byte) (size >> 8)});
      leaves.add(leaf);
      frontier = frontier.with(leaf);
    }
  }

  @Test
  void frontier_shouldRefuse_whenItHasNotOneSubtreeForEachBit() {
    Digest digest = Digest.of(new byte[0]);
    assertThatThrownBy(() -> new TreeFrontier(2, List.of(digest, digest)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TreeFrontier(3, List.of(digest)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TreeFrontier(-1, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

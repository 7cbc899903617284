package org.epione.ledger.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.transcript.Digest;
import org.junit.jupiter.api.Test;

/** Vectors of the certificate-transparency reference implementation (merkle_tree_test.cc). */
class MerkleTreeTest {

  private static final List<String> INPUTS =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  private static final List<String> ROOTS =
      List.of(
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  @Test
  void root_shouldBeTheHashOfNothing_whenTreeIsEmpty() {
    assertThat(MerkleTree.of(List.of()).root().hex())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void root_shouldMatchTheReference_forEachSize() {
    for (int size = 1; size <= ROOTS.size(); size++) {
      assertThat(tree(size).root().hex()).as("size " + size).isEqualTo(ROOTS.get(size - 1));
    }
  }

  @Test
  void proof_shouldMatchTheReference() {
    assertThat(hex(tree(1).proof(0))).isEmpty();
    assertThat(hex(tree(8).proof(0)))
        .containsExactly(
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
    assertThat(hex(tree(8).proof(5)))
        .containsExactly(
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    assertThat(hex(tree(3).proof(2)))
        .containsExactly("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
    assertThat(hex(tree(5).proof(1)))
        .containsExactly(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
  }

  @Property(tries = 200)
  void proves_shouldHoldForItsLeafAlone(
      @ForAll @IntRange(min = 1, max = 70) int size, @ForAll @IntRange(min = 0, max = 69) int at) {
    int index = at % size;
    MerkleTree tree = numbered(size);
    InclusionProof proof = tree.proof(index);

    assertThat(proof.proves(leaf(index), tree.root())).isTrue();
    assertThat(InclusionProof.decode(proof.encode())).isEqualTo(proof);
    assertThat(proof.proves(leaf(index + 1), tree.root())).isFalse();
    assertThat(proof.proves(leaf(index), numbered(size + 1).root())).isFalse();
    if (size > 1) {
      int neighbour = (index + 1) % size;
      assertThat(new InclusionProof(neighbour, size, proof.path()).proves(leaf(index), tree.root()))
          .isFalse();
      assertThat(
              new InclusionProof(index, size, proof.path().subList(1, proof.path().size()))
                  .proves(leaf(index), tree.root()))
          .isFalse();
    }
    List<Digest> longer = new ArrayList<>(proof.path());
    longer.add(leaf(0));
    assertThat(new InclusionProof(index, size, longer).proves(leaf(index), tree.root())).isFalse();
  }

  @Test
  void consistencyProof_shouldMatchTheReference() {
    assertThat(tree(1).consistencyProof(1).path()).isEmpty();
    assertThat(consistency(8, 1))
        .containsExactly(
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
    assertThat(consistency(8, 6))
        .containsExactly(
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    assertThat(consistency(5, 2))
        .containsExactly(
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
  }

  @Property(tries = 300)
  void consistency_shouldHoldBetweenPrefixesAlone(
      @ForAll @IntRange(min = 0, max = 70) int old, @ForAll @IntRange(min = 0, max = 70) int more) {
    MerkleTree smaller = numbered(old);
    MerkleTree larger = numbered(old + more);
    ConsistencyProof proof = larger.consistencyProof(old);

    assertThat(proof.proves(smaller.root(), larger.root())).isTrue();
    assertThat(ConsistencyProof.decode(proof.encode())).isEqualTo(proof);
    assertThat(proof.proves(leaf(99), larger.root())).isFalse();
    if (old > 0) {
      assertThat(proof.proves(smaller.root(), leaf(99))).isFalse();
      List<Digest> changed = new ArrayList<>(leaves(old + more));
      changed.set(old - 1, leaf(200));
      MerkleTree other = MerkleTree.of(changed);
      assertThat(other.consistencyProof(old).proves(smaller.root(), other.root())).isFalse();
      assertThat(proof.proves(smaller.root(), other.root())).isFalse();
    }
    List<Digest> longer = new ArrayList<>(proof.path());
    longer.add(leaf(0));
    assertThat(new ConsistencyProof(old, old + more, longer).proves(smaller.root(), larger.root()))
        .isFalse();
  }

  @Test
  void consistencyProof_shouldRefuse_whenTreeIsSmallerThanTheOldOne() {
    assertThatThrownBy(() -> tree(3).consistencyProof(4))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> new ConsistencyProof(4, 3, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void leafHash_shouldDifferFromANodeOfTheSameBytes() {
    Digest left = leaf(0);
    Digest right = leaf(1);
    byte[] both = new byte[2 * Digest.LENGTH];
    System.arraycopy(left.bytes(), 0, both, 0, Digest.LENGTH);
    System.arraycopy(right.bytes(), 0, both, Digest.LENGTH, Digest.LENGTH);

    assertThat(MerkleTree.leafHash(both)).isNotEqualTo(MerkleTree.node(left, right));
  }

  @Test
  void decode_shouldRefuse_whenIndexIsOutsideTheTree() {
    byte[] encoded = tree(1).proof(0).encode();
    encoded[encoded.length - 4 - 8 - 1] = 1;

    assertThatThrownBy(() -> InclusionProof.decode(encoded))
        .isInstanceOf(MalformedEncodingException.class);
  }

  private static List<String> hex(InclusionProof proof) {
    return proof.path().stream().map(Digest::hex).toList();
  }

  private static MerkleTree tree(int size) {
    return MerkleTree.of(
        INPUTS.subList(0, size).stream()
            .map(input -> MerkleTree.leafHash(HexFormat.of().parseHex(input)))
            .toList());
  }

  private static List<String> consistency(int size, int old) {
    return tree(size).consistencyProof(old).path().stream().map(Digest::hex).toList();
  }

  private static MerkleTree numbered(int size) {
    return MerkleTree.of(leaves(size));
  }

  private static List<Digest> leaves(int count) {
    List<Digest> leaves = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      leaves.add(leaf(i));
    }
    return leaves;
  }

  private static Digest leaf(int number) {
    return MerkleTree.leafHash(new byte[] {(byte) number});
  }
}

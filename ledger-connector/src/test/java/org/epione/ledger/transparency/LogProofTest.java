package org.epione.ledger.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigstore.merkle.InclusionProofVerifier;
import dev.sigstore.rekor.client.Checkpoints;
import dev.sigstore.rekor.client.RekorEntry;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.signature.Ed25519KeyPair;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.merkle.MerkleTree;
import org.epione.ledger.world.SeededRandom;
import org.junit.jupiter.api.Test;

class LogProofTest {

  private final CryptoSuite suite = CryptoSuite.create(new SeededRandom("proofs"));
  private final NoteVerifier verifier = new NoteVerifier(suite.ed25519());
  private final Ed25519KeyPair keys = suite.ed25519().generate();
  private final NoteKey log =
      new NoteKey("epione/A/1", NoteKey.Role.LOG, ByteString.of(keys.publicKey().encode()));
  private final NoteSigner signer =
      new NoteSigner(log, message -> suite.ed25519().sign(keys.secretKey(), message));

  private static byte[] entry(int number) {
    return ("record " + number).getBytes(UTF_8);
  }

  private LogProof proof(int index, int size) {
    List<Digest> leaves = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      leaves.add(MerkleTree.leafHash(entry(i)));
    }
    MerkleTree tree = MerkleTree.of(leaves);
    SignedNote note = signer.sign(new Checkpoint(log.name(), size, tree.root()));
    return new LogProof(ByteString.of(entry(index)), index, tree.proof(index).path(), note);
  }

  @Property(tries = 60)
  void proof_shouldHold_alsoForSomebodyElsesVerifier(
      @ForAll @IntRange(min = 1, max = 70) int size, @ForAll @IntRange(min = 0, max = 69) int at)
      throws Exception {
    LogProof proof = LogProof.parse(proof(at % size, size).encode());
    assertThat(proof.holds(verifier, log)).isTrue();

    RekorEntry.Checkpoint head = Checkpoints.from(new String(proof.checkpoint().encode(), UTF_8));
    assertThat(head.getOrigin()).isEqualTo(log.name());
    assertThat(head.getSize()).isEqualTo(size);
    assertThat(head.getSignatures().get(0).getKeyHint()).isEqualTo(log.id());
    assertThatCode(
            () ->
                InclusionProofVerifier.verify(
                    MerkleTree.leafHash(proof.record().bytes()).bytes(),
                    proof.index(),
                    head.getSize(),
                    proof.path().stream().map(Digest::bytes).toList(),
                    Base64.getDecoder().decode(head.getBase64Hash())))
        .doesNotThrowAnyException();
  }

  @Test
  void proof_shouldNotHold_whenAnyByteOfTheFileIsChanged() {
    byte[] file = proof(2, 5).encode();
    for (int i = 0; i < file.length; i++) {
      byte[] changed = file.clone();
      changed[i] ^= 1;
      assertThat(holds(changed)).as("byte " + i).isFalse();
    }
  }

  @Test
  void proof_shouldBeRefused_whenItIsCutOffAnywhere() {
    String file = new String(proof(2, 5).encode(), UTF_8);
    for (int length = 0; length < file.length(); length++) {
      String cut = file.substring(0, length);
      assertThat(holds(cut.getBytes(UTF_8))).as("length " + length).isFalse();
    }
    assertThat(holds((file + "x").getBytes(UTF_8))).isFalse();
    assertThatThrownBy(() -> LogProof.parse(new byte[LogProof.MAX_LENGTH + 1]))
        .isInstanceOf(MalformedNoteException.class);
  }

  @Test
  void proof_shouldNotHold_forAnotherLog() {
    NoteKey other = new NoteKey("epione/B/1", NoteKey.Role.LOG, log.publicKey());
    LogProof ours = proof(0, 1);
    assertThat(ours.holds(verifier, other)).isFalse();
    SignedNote foreign =
        new NoteSigner(other, message -> suite.ed25519().sign(keys.secretKey(), message))
            .sign(ours.head());
    LogProof misattributed = new LogProof(ours.record(), 0, ours.path(), foreign);
    assertThat(misattributed.holds(verifier, other)).isFalse();
  }

  private boolean holds(byte[] file) {
    try {
      return LogProof.parse(file).holds(verifier, log);
    } catch (MalformedNoteException e) {
      return false;
    }
  }
}

package org.epione.ledger.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.signature.Ed25519KeyPair;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.merkle.MerkleTree;
import org.epione.ledger.world.SeededRandom;

/** A log that has two histories with a common beginning, and signs heads of both. */
final class TwoHistories {

  static final int LENGTH = 40;

  final CryptoSuite suite = CryptoSuite.create(new SeededRandom("two histories"));
  final NoteVerifier verifier = new NoteVerifier(suite.ed25519());
  final NoteKey log;
  final NoteKey witness;

  private final Ed25519KeyPair keys = suite.ed25519().generate();
  private final Ed25519KeyPair witnessKeys = suite.ed25519().generate();
  private final List<List<Digest>> histories = List.of(new ArrayList<>(), new ArrayList<>());

  /** Both begin with the same {@code common} leaves. */
  TwoHistories(int common) {
    log = new NoteKey("epione/A/1", NoteKey.Role.LOG, ByteString.of(keys.publicKey().encode()));
    witness =
        new NoteKey(
            "epione/B/2", NoteKey.Role.WITNESS, ByteString.of(witnessKeys.publicKey().encode()));
    for (int history = 0; history < 2; history++) {
      for (int i = 0; i < LENGTH; i++) {
        String leaf = i < common ? "leaf " + i : "leaf " + i + " of " + history;
        histories.get(history).add(MerkleTree.leafHash(leaf.getBytes(UTF_8)));
      }
    }
  }

  MerkleTree tree(int history, int size) {
    return MerkleTree.of(histories.get(history).subList(0, size));
  }

  SignedNote head(int history, int size) {
    return new NoteSigner(log, message -> suite.ed25519().sign(keys.secretKey(), message))
        .sign(new Checkpoint(log.name(), size, tree(history, size).root()));
  }

  /** What an honest log with this history would offer. */
  CheckpointOffer offer(int history, int oldSize, int size) {
    return new CheckpointOffer(
        tree(history, oldSize).root(),
        tree(history, size).consistencyProof(oldSize),
        head(history, size));
  }

  SignedNote.Signature cosign(SignedNote head, Instant time) {
    return new NoteSigner(
            witness, message -> suite.ed25519().sign(witnessKeys.secretKey(), message))
        .cosign(head, time);
  }
}

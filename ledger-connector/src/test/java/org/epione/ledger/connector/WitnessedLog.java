package org.epione.ledger.connector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.envelope.SignedEnvelope;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.block.Block;
import org.epione.ledger.connector.store.ContradictionRow;
import org.epione.ledger.connector.store.CosignerRow;
import org.epione.ledger.connector.store.WitnessRow;
import org.epione.ledger.connector.witness.HeadOffers;
import org.epione.ledger.merkle.MerkleTree;
import org.epione.ledger.transparency.Checkpoint;
import org.epione.ledger.transparency.CheckpointOffer;
import org.epione.ledger.transparency.NoteKey;
import org.epione.ledger.transparency.NoteSigner;
import org.epione.ledger.transparency.NoteVerifier;
import org.epione.ledger.transparency.SignedNote;
import org.epione.ledger.transparency.WitnessAnswer;
import org.epione.ledger.world.Party;

/** Hospital A's log with its two witnesses, and what a dishonest A would show them. */
abstract class WitnessedLog extends ConnectorOnDatabase {

  static final String B = "HOSPITAL-B";
  static final String MANAGER = "SYSTEM-MANAGER";

  final NoteVerifier verifier = new NoteVerifier(world.suite().ed25519());

  static NoteKey key(Party party, NoteKey.Role role) {
    return NoteKey.of(party.certificate().identity(), role);
  }

  SignedNote published() {
    return node.run(c -> new LogReading(c.store()).checkpoint(A)).orElseThrow();
  }

  static long size(SignedNote note) {
    return Checkpoint.parse(note.text()).size();
  }

  boolean isCosigned(SignedNote note, Party by) {
    return verifier.cosigned(note, key(by, NoteKey.Role.WITNESS)).isPresent();
  }

  CosignerRow cosigner(String witness) {
    return node.run(
        c ->
            c.store().cosigners().of(A).stream()
                .filter(row -> row.witness().equals(witness))
                .findFirst()
                .orElseThrow());
  }

  Optional<WitnessRow> witness(String witness) {
    return node.run(c -> c.store().witnesses().lock(witness, A));
  }

  List<ContradictionRow> evidence() {
    return node.run(c -> c.store().contradictions().all());
  }

  void offerAndSettle() {
    node.offerHead(A);
    node.settle();
  }

  Node.Mail takeMailTo(String party) {
    Node.Mail mail =
        node.sent.stream().filter(each -> each.to().equals(party)).findFirst().orElseThrow();
    node.sent.remove(mail);
    return mail;
  }

  static byte[] payload(Node.Mail mail) {
    return SignedEnvelope.decode(mail.envelope()).envelope().payload().bytes();
  }

  /** The log's leaves, the last {@code others} of them replaced by others. */
  List<Digest> leaves(int others) {
    List<Digest> leaves = new ArrayList<>();
    for (byte[] block : node.run(c -> c.store().chains().blocks(A, A, 0, 1000))) {
      Block.decode(block).records().forEach(r -> leaves.add(MerkleTree.leafHash(r.encode())));
    }
    for (int i = leaves.size() - others; i < leaves.size(); i++) {
      leaves.set(i, Digest.of(new byte[] {(byte) i}));
    }
    return leaves;
  }

  /** What the hospital would offer if its log had these leaves. */
  CheckpointOffer offer(List<Digest> leaves, int from) {
    MerkleTree tree = MerkleTree.of(leaves);
    NoteKey log = key(world.hospital(), NoteKey.Role.LOG);
    SignedNote head =
        new NoteSigner(log, world.hospital()::sign)
            .sign(new Checkpoint(log.name(), tree.size(), tree.root()));
    return new CheckpointOffer(
        MerkleTree.of(leaves.subList(0, from)).root(), tree.consistencyProof(from), head);
  }

  /** The answer of a witness to what the hospital offers behind its server's back. */
  WitnessAnswer answer(String witness, CheckpointOffer offer) {
    node.receive(node.envelope(world.hospital(), witness, HeadOffers.OFFER, offer.encode()));
    return WitnessAnswer.decode(payload(takeMailTo(A)));
  }
}

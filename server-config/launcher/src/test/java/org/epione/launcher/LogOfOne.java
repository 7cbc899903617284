package org.epione.launcher;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.crypto.signature.Ed25519KeyPair;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.merkle.MerkleTree;
import org.epione.ledger.record.CreditRulesBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordContent;
import org.epione.ledger.record.RecordSignature;
import org.epione.ledger.rules.CreditRules;
import org.epione.ledger.transparency.Checkpoint;
import org.epione.ledger.transparency.LogProof;
import org.epione.ledger.transparency.NoteKey;
import org.epione.ledger.transparency.NoteSigner;
import org.epione.ledger.transparency.SignedNote;

/** A log with one record among others, and two witnesses of which one has cosigned it. */
final class LogOfOne {

  private final CryptoSuite suite = CryptoSuite.create(new SecureRandomSource());
  final Signer log = new Signer("epione/HOSPITAL-A/1", NoteKey.Role.LOG);
  final Signer witness = new Signer("epione/SYSTEM-MANAGER/2", NoteKey.Role.WITNESS);
  final Signer idle = new Signer("epione/HOSPITAL-B/3", NoteKey.Role.WITNESS);

  /** A key and who signs with it. */
  final class Signer {
    final NoteKey key;
    private final NoteSigner notes;

    Signer(String name, NoteKey.Role role) {
      Ed25519KeyPair pair = suite.ed25519().generate();
      key = new NoteKey(name, role, ByteString.of(pair.publicKey().encode()));
      notes = new NoteSigner(key, message -> suite.ed25519().sign(pair.secretKey(), message));
    }
  }

  /** The proof of the record at that place of a tree of that size. */
  LogProof proof(int index, int size) {
    Pid pid = Pid.of(suite.random().bytes(60));
    LedgerRecord record =
        new RecordContent(
                pid,
                pid,
                Instant.parse("2026-11-21T08:00:00Z"),
                new CreditRulesBody(CreditRules.DEFAULT))
            .signed(RecordSignature.ed25519(new byte[64]));
    List<Digest> leaves =
        IntStream.range(0, size)
            .mapToObj(
                i ->
                    i == index
                        ? MerkleTree.leafHash(record.encode())
                        : Digest.of(new byte[] {(byte) i}))
            .toList();
    MerkleTree tree = MerkleTree.of(leaves);
    SignedNote head = log.notes.sign(new Checkpoint(log.key.name(), size, tree.root()));
    SignedNote cosigned =
        head.with(witness.notes.cosign(head, Instant.ofEpochSecond(1_800_000_000)));
    return new LogProof(ByteString.of(record.encode()), index, tree.proof(index).path(), cosigned);
  }
}

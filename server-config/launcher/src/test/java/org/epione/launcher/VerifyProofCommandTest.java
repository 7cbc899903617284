package org.epione.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyProofCommandTest {

  @TempDir Path folder;

  private final CryptoSuite suite = CryptoSuite.create(new SecureRandomSource());
  private final Signer log = new Signer("epione/HOSPITAL-A/1", NoteKey.Role.LOG);
  private final Signer one = new Signer("epione/SYSTEM-MANAGER/2", NoteKey.Role.WITNESS);
  private final Signer two = new Signer("epione/HOSPITAL-B/3", NoteKey.Role.WITNESS);
  private final Said said = new Said();
  private String file = "";

  /** A key and who signs with it. */
  private final class Signer {
    final NoteKey key;
    final NoteSigner notes;

    Signer(String name, NoteKey.Role role) {
      Ed25519KeyPair pair = suite.ed25519().generate();
      key = new NoteKey(name, role, ByteString.of(pair.publicKey().encode()));
      notes = new NoteSigner(key, message -> suite.ed25519().sign(pair.secretKey(), message));
    }
  }

  @BeforeEach
  void write() throws Exception {
    Pid pid = Pid.of(suite.random().bytes(60));
    LedgerRecord record =
        new RecordContent(
                pid,
                pid,
                Instant.parse("2026-11-21T08:00:00Z"),
                new CreditRulesBody(CreditRules.DEFAULT))
            .signed(RecordSignature.ed25519(new byte[64]));
    Digest leaf = MerkleTree.leafHash(record.encode());
    MerkleTree tree = MerkleTree.of(List.of(leaf, Digest.of(new byte[1])));
    SignedNote head = log.notes.sign(new Checkpoint(log.key.name(), 2, tree.root()));
    SignedNote cosigned = head.with(one.notes.cosign(head, Instant.ofEpochSecond(1_800_000_000)));
    LogProof proof =
        new LogProof(ByteString.of(record.encode()), 0, tree.proof(0).path(), cosigned);
    file = Files.write(folder.resolve("proof"), proof.encode()).toString();
  }

  private int verify(String... options) throws CommandFailure {
    List<String> arguments = new ArrayList<>(List.of(file, log.key.text()));
    arguments.addAll(List.of(options));
    return new VerifyProofCommand().run(arguments, said.terminal);
  }

  @Test
  void proof_shouldHold_whenNoWitnessIsRequired() throws Exception {
    assertThat(verify()).isZero();
    assertThat(said.output()).startsWith("VALID").doesNotContain("cosigned");
  }

  @Test
  void proof_shouldHoldAndSaySince_whenTheWitnessCosigned() throws Exception {
    assertThat(verify("--witness", one.key.text())).isZero();
    assertThat(said.output())
        .startsWith("VALID")
        .contains("2027-01-15T08:00:00Z by epione/SYSTEM-MANAGER/2");
  }

  @Test
  void proof_shouldFailAndNameTheWitness_whenOneDidNotCosign() throws Exception {
    assertThat(verify("--witness", one.key.text(), "--witness", two.key.text())).isEqualTo(1);
    assertThat(said.complaints())
        .startsWith("NOT VALID")
        .contains("size 2 is not cosigned by epione/HOSPITAL-B/3");
    assertThat(said.output()).isEmpty();
  }

  @Test
  void proof_shouldNotBeLookedAt_whenTheOptionsAreWrong() {
    for (String[] options :
        List.of(
            new String[] {"--witness"},
            new String[] {"--wittness", one.key.text()},
            new String[] {"--witness", log.key.text()},
            new String[] {"--witness", "key"})) {
      assertThatThrownBy(() -> verify(options))
          .isInstanceOf(CommandFailure.class)
          .hasMessageMatching("EHR-91(00|14) .*");
    }
  }
}

package org.epione.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.block.Block;
import org.epione.ledger.block.SignedHeader;
import org.epione.ledger.finality.Equivocation;
import org.epione.ledger.merkle.MerkleTree;
import org.epione.ledger.transparency.Checkpoint;
import org.epione.ledger.transparency.CheckpointOffer;
import org.epione.ledger.transparency.LogContradiction;
import org.epione.ledger.transparency.NoteKey;
import org.epione.ledger.transparency.NoteSigner;
import org.epione.ledger.transparency.SignedNote;
import org.epione.ledger.world.GrowingChain;
import org.epione.ledger.world.Party;
import org.epione.ledger.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyEvidenceCommandTest {

  @TempDir Path folder;

  private final World world = new World("evidence");
  private final NoteKey key = key(world.hospital());
  private final Said said = new Said();

  private static NoteKey key(Party party) {
    return NoteKey.of(party.certificate().identity(), NoteKey.Role.LOG);
  }

  private int verify(byte[] evidence, NoteKey log, String... options) throws Exception {
    Path file = Files.write(folder.resolve("evidence"), evidence);
    List<String> arguments = new ArrayList<>(List.of(file.toString(), log.text()));
    arguments.addAll(List.of(options));
    return new VerifyEvidenceCommand().run(arguments, said.terminal);
  }

  private static MerkleTree tree(String history, int size) {
    return MerkleTree.of(
        IntStream.range(0, size)
            .mapToObj(i -> Digest.of((history + i).getBytes(StandardCharsets.UTF_8)))
            .toList());
  }

  private SignedNote head(Party signer, String history, int size) {
    return new NoteSigner(key, signer::sign)
        .sign(new Checkpoint(key.name(), size, tree(history, size).root()));
  }

  private LogContradiction contradiction(Party signer, String other) {
    return LogContradiction.of(
        key,
        head(signer, "one", 3),
        new CheckpointOffer(
            tree(other, 3).root(),
            tree(other, 5).consistencyProof(3),
            head(world.hospital(), other, 5)));
  }

  private Block[] twoBlocks() {
    GrowingChain chain = GrowingChain.founded(world);
    GrowingChain fork = chain.fork();
    return new Block[] {
      chain.add(world.enrolment(world.doctor(world.hospital()))),
      fork.add(world.enrolment(world.doctor(world.hospital())))
    };
  }

  private static Equivocation equivocation(Block[] blocks) {
    return new Equivocation(blocks[0].signedHeader(), blocks[1].signedHeader());
  }

  private static SignedHeader bySupernodes(Block block, byte[] hospital, byte[] cloud) {
    return new SignedHeader(block.header(), ByteString.of(hospital), ByteString.of(cloud));
  }

  private Path export(World of) throws Exception {
    return Files.write(folder.resolve("chain"), GrowingChain.founded(of).export());
  }

  @Test
  void contradiction_shouldBeProven_whenTheLogSignedBothHeads() throws Exception {
    assertThat(verify(contradiction(world.hospital(), "two").encode(), key)).isZero();
    assertThat(said.output())
        .startsWith("PROVEN")
        .contains("signed both       " + key.name())
        .contains("first head        3 records")
        .contains("second head       5 records")
        .contains("among the first 3 records");
  }

  @Test
  void contradiction_shouldProveNothing_whenOneHeadGoesOnFromTheOther() throws Exception {
    assertThat(verify(contradiction(world.hospital(), "one").encode(), key)).isEqualTo(1);
    assertThat(said.complaints()).startsWith("PROVES NOTHING").contains("does not show");
    assertThat(said.output()).isEmpty();
  }

  @Test
  void contradiction_shouldProveNothing_whenAWitnessInventedAHead() throws Exception {
    assertThat(verify(contradiction(world.other(), "two").encode(), key)).isEqualTo(1);
    assertThat(said.complaints()).contains("the first head is not signed by " + key.name());
  }

  @Test
  void contradiction_shouldProveNothing_againstAnotherHospital() throws Exception {
    assertThat(verify(contradiction(world.hospital(), "two").encode(), key(world.other())))
        .isEqualTo(1);
    assertThat(said.complaints()).contains("it is about the log with the key " + key.text());
  }

  @Test
  void equivocation_shouldBeProven_whenTheHospitalSignedBothBlocks() throws Exception {
    assertThat(verify(equivocation(twoBlocks()).encode(), key)).isZero();
    assertThat(said.output())
        .startsWith("PROVEN")
        .contains("signed both       " + key.name())
        .contains("not checked without --chain")
        .contains("from height 2 on");
  }

  @Test
  void equivocation_shouldSayWhatTheCloudSigned_whenTheChainCertifiesIt() throws Exception {
    byte[] both = equivocation(twoBlocks()).encode();
    assertThat(verify(both, key, "--chain", export(world).toString())).isZero();
    assertThat(said.output())
        .contains("signed both       the cloud CLOUD")
        .contains("SYSTEM-MANAGER, key");

    Block[] blocks = twoBlocks();
    SignedHeader alone =
        bySupernodes(blocks[1], blocks[1].signedHeader().hospital().bytes(), new byte[64]);
    byte[] one = new Equivocation(blocks[0].signedHeader(), alone).encode();
    assertThat(verify(one, key, "--chain", export(world).toString())).isZero();
    assertThat(said.output()).contains("not signed by     the cloud CLOUD");
  }

  @Test
  void equivocation_shouldProveNothing_whenTheHospitalDidNotSign() throws Exception {
    Block[] blocks = twoBlocks();
    SignedHeader forged =
        bySupernodes(
            blocks[1],
            world.other().sign(blocks[1].header().encode()),
            blocks[1].signedHeader().cloud().bytes());
    byte[] evidence = new Equivocation(blocks[0].signedHeader(), forged).encode();
    assertThat(verify(evidence, key)).isEqualTo(1);
    assertThat(said.complaints()).contains("not both signed by " + key.name());
    assertThat(verify(evidence, key(world.other()))).isEqualTo(1);
    assertThat(said.complaints()).contains("another hospital's chain");

    assertThat(verify(evidence, key, "--chain", export(world).toString())).isZero();
    assertThat(said.output())
        .contains("not signed by     " + key.name())
        .contains("signed both       the cloud CLOUD");
  }

  @Test
  void equivocation_shouldProveNothing_afterAnyChange() throws Exception {
    byte[] evidence = equivocation(twoBlocks()).encode();
    byte[] cloud = twoBlocks()[1].signedHeader().cloud().bytes();
    for (int i = 0; i < evidence.length - cloud.length; i += 7) {
      if (isInFirstCloudSignature(evidence, i)) {
        continue;
      }
      byte[] changed = evidence.clone();
      changed[i] ^= 1;
      assertThat(verify(changed, key)).as("byte %d", i).isEqualTo(1);
    }
    assertThat(said.output()).isEmpty();
  }

  /** What the cloud signed is no part of the proof against the hospital. */
  private static boolean isInFirstCloudSignature(byte[] evidence, int index) {
    int length = Equivocation.decode(evidence).first().encode().length;
    int end = "epione.equivocation".length() + 2 + Integer.BYTES + length;
    return index >= end - 64 && index < end;
  }

  @Test
  void chain_shouldCertifyNobody_whenItIsAnothersOrDoesNotVerify() throws Exception {
    byte[] evidence = equivocation(twoBlocks()).encode();
    String foreign = export(new World("elsewhere")).toString();
    assertThatThrownBy(() -> verify(evidence, key, "--chain", foreign))
        .isInstanceOf(CommandFailure.class)
        .hasMessageStartingWith("EHR-9116")
        .hasMessageContaining("another key");
    Path cut = Files.write(folder.resolve("cut"), new byte[20]);
    assertThatThrownBy(() -> verify(evidence, key, "--chain", cut.toString()))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("certifies nobody");
  }

  @Test
  void file_shouldProveNothing_whenItIsSomethingElse() throws Exception {
    assertThat(verify(new byte[0], key)).isEqualTo(1);
    assertThat(verify(world.founding().encode(), key)).isEqualTo(1);
    assertThat(said.complaints()).contains("no evidence but something else");
    assertThatThrownBy(() -> verify(new byte[20_000], key))
        .isInstanceOf(CommandFailure.class)
        .hasMessageStartingWith("EHR-9112");
  }
}

package org.epione.ledger.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.epione.ledger.block.Block;
import org.epione.ledger.block.BlockHeader;
import org.epione.ledger.block.SignedHeader;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.rules.CreditRules;
import org.epione.ledger.world.GrowingChain;
import org.epione.ledger.world.Treatment;
import org.epione.ledger.world.World;
import org.junit.jupiter.api.Test;

/** Blocks are verified side by side, and yet the first fault is the one that is named. */
class SideBySideTest {

  private static final int BLOCKS = 60;
  private static final int SMALL = 7;

  private final World world = new World("side by side");
  private final GrowingChain chain = GrowingChain.founded(world);
  private final BothWays bothWays = new BothWays(world.suite());

  /** Blocks of one record that nothing but a signature holds, and an episode in the middle. */
  private List<Block> blocks() {
    while (chain.blocks().size() < BLOCKS) {
      if (chain.blocks().size() == BLOCKS / 2) {
        Treatment treatment = new Treatment(world, world.doctors());
        LedgerRecord diagnosis = treatment.diagnosis();
        chain.add(treatment.opened());
        chain.add(diagnosis, treatment.stored(diagnosis));
      }
      chain.add(world.creditRules(CreditRules.DEFAULT));
      world.clock().move(Duration.ofSeconds(1));
    }
    return new ArrayList<>(chain.blocks());
  }

  private Fault fault(List<Block> blocks) throws IOException {
    return bothWays.verify(GrowingChain.export(world, blocks)).fault().orElseThrow();
  }

  private static Block withoutCloud(Block block) {
    SignedHeader signed = block.signedHeader();
    return new Block(
        new SignedHeader(signed.header(), signed.hospital(), signed.hospital()), block.records());
  }

  private static Block ofOtherHeight(Block block) {
    BlockHeader header = block.header();
    return new Block(
        new SignedHeader(
            new BlockHeader(
                header.chain(),
                header.height() + 1,
                header.previous(),
                header.time(),
                header.producer(),
                header.recordCount(),
                header.root(),
                header.credit()),
            block.signedHeader().hospital(),
            block.signedHeader().cloud()),
        block.records());
  }

  @Test
  void verify_shouldHold_whenAllBlocksHold() throws IOException {
    List<Block> blocks = blocks();
    VerificationReport report = bothWays.verify(GrowingChain.export(world, blocks));
    assertThat(report.fault()).isEmpty();
    assertThat(report.head()).isEqualTo(chain.state().head());
  }

  @Test
  void verify_shouldNameTheFirst_whenSeveralSignaturesAreBad() throws IOException {
    List<Block> blocks = blocks();
    for (int bad : List.of(50, 41, 40, 17, 12)) {
      blocks.set(bad, withoutCloud(blocks.get(bad)));
      Fault fault = fault(blocks);
      assertThat(fault.height()).contains((long) bad);
      assertThat(fault.code()).isEqualTo("BAD_CLOUD_SIGNATURE");
      assertThat(fault.party()).isEqualTo("CLOUD CLOUD");
    }
  }

  @Test
  void verify_shouldNameTheSignature_whenALaterBlockBreaksARule() throws IOException {
    List<Block> blocks = blocks();
    blocks.set(20, ofOtherHeight(blocks.get(20)));
    assertThat(fault(blocks).code()).isEqualTo("WRONG_HEIGHT");
    blocks.set(18, withoutCloud(blocks.get(18)));
    assertThat(fault(blocks).height()).contains(18L);
    blocks.set(2, withoutCloud(blocks.get(2)));
    assertThat(fault(blocks).height()).contains(2L);
  }

  @Test
  void verify_shouldNameTheRule_whenALaterSignatureIsBad() throws IOException {
    List<Block> blocks = blocks();
    blocks.set(25, withoutCloud(blocks.get(25)));
    blocks.set(20, ofOtherHeight(blocks.get(20)));
    assertThat(fault(blocks).height()).contains(20L);
  }

  @Test
  void verify_shouldNameTheRecord_whenItsSignatureIsBadAndTheNextOneIsRefused() throws IOException {
    chain.add(world.creditRules(CreditRules.DEFAULT));
    world.clock().move(Duration.ofSeconds(1));
    LedgerRecord good = world.creditRules(CreditRules.DEFAULT);
    byte[] encoded = good.encode();
    encoded[encoded.length - 1] ^= 1;
    chain.add(LedgerRecord.decode(encoded), world.founding());

    Fault fault = fault(chain.blocks());

    assertThat(fault.record()).contains(0);
    assertThat(fault.code()).isEqualTo("RECORD_REFUSED/BAD_SIGNATURE");
  }

  @Test
  void verify_shouldNameTheSignature_whenTheFileEndsEarly() throws IOException {
    List<Block> blocks = blocks();
    byte[] whole = GrowingChain.export(world, blocks);
    byte[] cut = Arrays.copyOf(whole, whole.length - 2000);
    assertThat(bothWays.verify(cut).fault().orElseThrow().code()).isEqualTo("MALFORMED");

    blocks.set(5, withoutCloud(blocks.get(5)));
    byte[] bad = GrowingChain.export(world, blocks);
    assertThat(
            bothWays.verify(Arrays.copyOf(bad, bad.length - 2000)).fault().orElseThrow().height())
        .contains(5L);
  }

  @Test
  void verify_shouldSayThatTheFileCannotBeRead_unlessABlockBeforeIsBad() throws IOException {
    ChainVerifier verifier = new ChainVerifier(world.suite(), 2, new Batch.Size(SMALL, 100_000));
    List<Block> blocks = blocks();
    byte[] good = GrowingChain.export(world, blocks);
    assertThatThrownBy(() -> verifier.verify(broken(good), ProgressListener.NONE))
        .isInstanceOf(IOException.class)
        .hasMessage("unplugged");

    blocks.set(5, withoutCloud(blocks.get(5)));
    byte[] bad = GrowingChain.export(world, blocks);
    assertThat(verifier.verify(broken(bad), ProgressListener.NONE).fault().orElseThrow().height())
        .contains(5L);
  }

  @Test
  void verify_shouldTellProgressInOrder_upToTheEnd() throws IOException {
    ChainVerifier verifier = new ChainVerifier(world.suite(), 2, new Batch.Size(SMALL, 100_000));
    List<Block> blocks = blocks();
    List<Long> told = new ArrayList<>();
    verifier.verify(
        new ByteArrayInputStream(GrowingChain.export(world, blocks)),
        (done, records, total) -> {
          assertThat(records).isGreaterThanOrEqualTo(done);
          assertThat(total).isEqualTo(blocks.size());
          told.add(done);
        });
    assertThat(told).hasSizeGreaterThan(BLOCKS / SMALL).isSorted().doesNotHaveDuplicates();
    assertThat(told).endsWith((long) blocks.size());
  }

  /** All but the end, then a failure to read. */
  private static InputStream broken(byte[] export) {
    return new SequenceInputStream(
        new ByteArrayInputStream(export, 0, export.length - 1000),
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("unplugged");
          }
        });
  }
}

package org.epione.ledger.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.block.Block;
import org.epione.ledger.block.BlockHeader;
import org.epione.ledger.block.SignedHeader;
import org.epione.ledger.finality.Countersignature;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordType;
import org.epione.ledger.rules.CreditRules;
import org.epione.ledger.world.GrowingChain;
import org.epione.ledger.world.SharingActs;
import org.epione.ledger.world.StationKey;
import org.epione.ledger.world.Treatment;
import org.epione.ledger.world.World;
import org.junit.jupiter.api.Test;

class ChainVerifierTest {

  private final World world = new World("verifier");
  private final Map<Pid, StationKey> stations = new TreeMap<>();
  private final ChainVerifier verifier = new ChainVerifier(world.suite());
  private final BothWays bothWays = new BothWays(world.suite());

  private GrowingChain smallChain() {
    GrowingChain chain = new GrowingChain(world);
    chain.add(world.founding());
    chain.add(world.enrolment(world.doctor(0)), world.enrolment(world.doctor(1)));
    Treatment treatment = new Treatment(world, world.doctors().subList(0, 2));
    LedgerRecord diagnosis = treatment.diagnosis();
    chain.add(treatment.opened());
    chain.add(diagnosis, treatment.stored(diagnosis));
    SharingActs sharing = new SharingActs(world, treatment, world.foreign());
    chain.add(sharing.requested(), sharing.consented());
    chain.add(sharing.issued(), sharing.read());
    return chain;
  }

  private VerificationReport verify(byte[] export) throws IOException {
    return bothWays.verify(export);
  }

  @Test
  void verify_shouldAccountForEverything_whenNothingWasTouched() throws IOException {
    GrowingChain chain = smallChain();
    List<String> progress = new ArrayList<>();

    VerificationReport report =
        verifier.verify(
            new ByteArrayInputStream(chain.export()),
            (blocks, records, all) -> progress.add(blocks + "/" + all + " " + records));

    assertThat(report.fault()).isEmpty();
    assertThat(report.isValid()).isTrue();
    assertThat(report.head()).isEqualTo(chain.state().head());
    assertThat(report.head().orElseThrow().records()).isEqualTo(10);
    assertThat(report.counts()).containsEntry(RecordType.DOCTOR_ENROLLED, 2L).hasSize(9);
    assertThat(report.chain()).contains(world.chain());
    assertThat(progress).containsExactly("6/6 10");
  }

  /** Three of four doctors have stations, and countersign the last block but one. */
  private Map<Long, List<Countersignature>> countersigned(GrowingChain chain) {
    List<Countersignature> votes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      StationKey station = new StationKey(world);
      chain.add(station.enrolment(world.doctor(i)));
      stations.put(world.doctor(i).pid(), station);
    }
    BlockHeader header = chain.add(world.creditRules(CreditRules.DEFAULT)).header();
    world.clock().move(Duration.ofSeconds(1));
    chain.add(world.creditRules(CreditRules.DEFAULT));
    stations.forEach((doctor, station) -> votes.add(station.vote(header, doctor)));
    return Map.of(header.height(), votes);
  }

  @Test
  void verify_shouldNameTheLastHeightOfTwoThirds_whenItIsCountersigned() throws IOException {
    GrowingChain chain = GrowingChain.founded(world);
    Map<Long, List<Countersignature>> votes = countersigned(chain);

    assertThat(verify(chain.export(votes)).finalByDelegates()).hasValue(5);
    assertThat(verify(chain.export(votes)).fault()).isEmpty();
    assertThat(verify(chain.export(Map.of(5L, votes.get(5L).subList(0, 2)))).finalByDelegates())
        .isEmpty();
    assertThat(verify(chain.export()).finalByDelegates()).isEmpty();
  }

  @Test
  void verify_shouldRefuse_whenACountersignatureDoesNotCount() throws IOException {
    GrowingChain chain = GrowingChain.founded(world);
    List<Countersignature> votes = countersigned(chain).get(5L);
    Countersignature first = votes.get(0);
    Countersignature forged =
        Countersignature.of(
            chain.blocks().get(5).header(), first.doctor(), votes.get(1).signature().bytes());
    StationKey late = new StationKey(world);
    Countersignature foreign = late.vote(chain.blocks().get(5).header(), world.doctor(3).pid());

    for (Map<Long, List<Countersignature>> bad :
        List.of(
            Map.of(5L, List.of(forged)),
            Map.of(5L, List.of(foreign)),
            Map.of(5L, List.of(first, first)),
            Map.of(5L, List.of(votes.get(1), first)),
            Map.of(6L, List.of(first)))) {
      Fault fault = verify(chain.export(bad)).fault().orElseThrow();
      assertThat(fault.code()).isEqualTo("BAD_COUNTERSIGNATURE");
      assertThat(fault.party()).startsWith("STATION of DOCTOR ");
    }
  }

  @Test
  void verify_shouldFindTheFlippedByte_whereItIsCountersigned() throws IOException {
    GrowingChain chain = GrowingChain.founded(world);
    byte[] export = chain.export(countersigned(chain));
    for (int position = 0; position < export.length; position += 23) {
      byte[] damaged = export.clone();
      damaged[position] ^= (byte) (1 << (position % 8));
      repairDigest(damaged, position);
      assertThat(verify(damaged).isValid()).as("byte " + position).isFalse();
    }
  }

  @Test
  void verify_shouldHold_whenTheExportIsOfTheFirstVersion() throws IOException {
    GrowingChain chain = smallChain();
    ByteArrayOutputStream first = new ByteArrayOutputStream();
    CanonicalWriter header = CanonicalWriter.of("epione.chain-export", 1);
    world.chain().write(header);
    first.write(header.u64(chain.blocks().size()).toByteArray());
    for (Block block : chain.blocks()) {
      byte[] encoded = block.encode();
      first.write(ByteBuffer.allocate(4).putInt(encoded.length).array());
      first.write(encoded);
    }
    first.write(Digest.of(first.toByteArray()).bytes());

    assertThat(verify(first.toByteArray()).fault()).isEmpty();
  }

  @Test
  void verify_shouldFindTheFlippedByte_atEveryPosition() throws IOException {
    byte[] export = smallChain().export();
    for (int position = 0; position < export.length; position++) {
      byte[] damaged = export.clone();
      damaged[position] ^= (byte) (1 << (position % 8));
      repairDigest(damaged, position);

      VerificationReport report = verify(damaged);

      assertThat(report.isValid()).as("byte " + position).isFalse();
      Fault fault = report.fault().orElseThrow();
      assertThat(fault.code()).isNotEmpty();
      assertThat(fault.height()).isPresent();
      assertThat(fault.party()).isNotEmpty();
      assertThat(fault.explanation()).isNotEmpty();
    }
  }

  @Test
  void verify_shouldNameBlockAndRecord_whenARecordWasAltered() throws IOException {
    GrowingChain chain = smallChain();
    byte[] export = chain.export();
    byte[] stored = chain.blocks().get(3).records().get(1).encode();
    int start = indexOf(export, stored);
    export[start + stored.length - 1] ^= 1;

    Fault fault = verify(export).fault().orElseThrow();

    assertThat(fault.height()).contains(3L);
    assertThat(fault.record()).contains(1);
    assertThat(fault.code()).isEqualTo("RECORD_REFUSED/BAD_SIGNATURE");
    assertThat(fault.party()).isEqualTo("CLOUD CLOUD");
  }

  @Test
  void verify_shouldRefuse_whenTheFileEndsEarlyAtAnyPosition() throws IOException {
    byte[] export = smallChain().export();
    for (int length = 0; length < export.length; length += 7) {
      assertThat(verify(Arrays.copyOf(export, length)).isValid()).as("length " + length).isFalse();
    }
    assertThat(verify(Arrays.copyOf(export, export.length - 1)).isValid()).isFalse();
    assertThat(verify(Arrays.copyOf(export, export.length + 1)).isValid()).isFalse();
  }

  @Test
  void verify_shouldRefuse_whenABlockIsLeftOutOrOutOfOrder() throws IOException {
    List<Block> blocks = new ArrayList<>(smallChain().blocks());
    List<Block> without = new ArrayList<>(blocks);
    without.remove(2);
    List<Block> swapped = new ArrayList<>(blocks);
    swapped.set(2, blocks.get(3));
    swapped.set(3, blocks.get(2));

    assertThat(verify(GrowingChain.export(world, without)).fault().orElseThrow().code())
        .isEqualTo("WRONG_HEIGHT");
    assertThat(verify(GrowingChain.export(world, swapped)).fault().orElseThrow().height())
        .contains(2L);
  }

  @Test
  void verify_shouldRefuse_whenARecordIsTakenOutOfABlock() throws IOException {
    List<Block> blocks = new ArrayList<>(smallChain().blocks());
    Block block = blocks.get(3);
    blocks.set(3, new Block(block.signedHeader(), block.records().subList(0, 1)));

    Fault fault = verify(GrowingChain.export(world, blocks)).fault().orElseThrow();

    assertThat(fault.code()).isEqualTo("WRONG_COUNT");
    assertThat(fault.height()).contains(3L);
    assertThat(fault.party()).isEqualTo("HOSPITAL HOSPITAL-A");
  }

  @Test
  void verify_shouldRefuse_whenSignaturesOfTheSupernodesAreSwapped() throws IOException {
    List<Block> blocks = new ArrayList<>(smallChain().blocks());
    Block block = blocks.get(4);
    blocks.set(
        4,
        new Block(
            new SignedHeader(
                block.header(), block.signedHeader().hospital(), block.signedHeader().hospital()),
            block.records()));

    assertThat(verify(GrowingChain.export(world, blocks)).fault().orElseThrow().code())
        .isEqualTo("BAD_CLOUD_SIGNATURE");
  }

  @Test
  void verify_shouldRefuse_whenHospitalAndCloudSignARecordThatTheRulesRefuse() throws IOException {
    GrowingChain chain = smallChain();
    Treatment treatment = new Treatment(world, world.doctors().subList(0, 2));
    chain.add(treatment.opened());
    world.clock().move(Duration.ofDays(8));
    chain.add(treatment.diagnosis());

    Fault fault = verify(chain.export()).fault().orElseThrow();

    assertThat(fault.code()).isEqualTo("RECORD_REFUSED/WARRANT_NOT_VALID");
    assertThat(fault.party()).startsWith("DOCTOR ");
  }

  @Test
  void verify_shouldNameWhatAnEpisodeLacks_onceItIsOverdue() throws IOException {
    GrowingChain chain = smallChain();
    Treatment treatment = new Treatment(world, world.doctors().subList(0, 2));
    LedgerRecord diagnosis = treatment.diagnosis();
    chain.add(treatment.opened());
    chain.add(diagnosis);
    world.clock().move(Duration.ofDays(3));
    chain.add(world.creditRules(CreditRules.DEFAULT));
    assertThat(verify(chain.export()).missing()).isEmpty();

    world.clock().move(Duration.ofSeconds(1));
    chain.add(world.creditRules(CreditRules.DEFAULT));
    VerificationReport report = verify(chain.export());
    assertThat(report.isValid()).isTrue();
    assertThat(report.missing())
        .containsExactly(
            new MissingPart(
                treatment.episode(), RecordType.STORED, diagnosis.time(), "CLOUD CLOUD"));

    chain.add(treatment.stored(diagnosis));
    assertThat(verify(chain.export()).missing()).isEmpty();
  }

  @Test
  void verify_shouldRefuse_whenThereIsNoBlock() throws IOException {
    assertThat(verify(GrowingChain.export(world, List.of())).isValid()).isFalse();
    assertThat(verify(new byte[0]).isValid()).isFalse();
    assertThat(verify(new byte[1000]).isValid()).isFalse();
  }

  /** Whoever alters the file can also make the digest at its end fit: that must not help. */
  private static void repairDigest(byte[] export, int altered) {
    int content = export.length - Digest.LENGTH;
    if (altered < content) {
      byte[] digest = Digest.of(Arrays.copyOf(export, content)).bytes();
      System.arraycopy(digest, 0, export, content, Digest.LENGTH);
    }
  }

  private static int indexOf(byte[] where, byte[] what) {
    for (int i = 0; i + what.length <= where.length; i++) {
      if (Arrays.equals(where, i, i + what.length, what, 0, what.length)) {
        return i;
      }
    }
    throw new AssertionError("not found");
  }
}

package org.epione.ledger.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.block.Block;
import org.epione.ledger.block.BlockHeader;
import org.epione.ledger.block.SignedHeader;
import org.epione.ledger.finality.Countersignature;
import org.epione.ledger.finality.Electorate;
import org.epione.ledger.finality.Equivocation;
import org.epione.ledger.record.CreditRulesBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.rules.CreditRules;
import org.epione.ledger.state.BlockFault.Reason;
import org.epione.ledger.state.SignatureChecks;
import org.epione.ledger.station.Reception.Outcome;
import org.epione.ledger.world.Doctor;
import org.epione.ledger.world.Expulsion;
import org.epione.ledger.world.GrowingChain;
import org.epione.ledger.world.StationKey;
import org.epione.ledger.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StationTest {

  /** Block that enrols the station; it counts from the next one on. */
  private static final int ENROLLED = 2;

  private final World world = new World("station");
  private final SignatureChecks checks = new SignatureChecks(world.suite());
  private final GrowingChain chain = GrowingChain.founded(world);
  private final Doctor doctor = world.doctor(0);
  private final StationKey key = new StationKey(world);
  private final MemoryStore store = new MemoryStore();

  @BeforeEach
  void grow() {
    chain.add(key.enrolment(doctor));
    grow(chain, 5);
  }

  private void grow(GrowingChain which, int blocks) {
    for (int i = 0; i < blocks; i++) {
      world.clock().move(Duration.ofSeconds(1));
      which.add(something());
    }
  }

  private LedgerRecord something() {
    return world.by(world.manager(), new CreditRulesBody(CreditRules.DEFAULT));
  }

  private TrustAnchor anchor() {
    return new TrustAnchor(
        world.hospital().code(), world.manager().certificate().identity().signingKey());
  }

  private Station open() {
    return Station.open(anchor(), store, key, checks);
  }

  private Block block(int height) {
    return chain.blocks().get(height);
  }

  private static Block with(Block block, byte[] hospital, byte[] cloud) {
    return new Block(
        new SignedHeader(block.header(), ByteString.of(hospital), ByteString.of(cloud)),
        block.records());
  }

  @Test
  void receive_shouldCatchUpFromAnyPoint() {
    for (int away = 0; away <= chain.blocks().size(); away++) {
      MemoryStore disk = new MemoryStore();
      Station first = Station.open(anchor(), disk, key, checks);
      for (int i = 0; i < away; i++) {
        assertThat(first.receive(block(i)).outcome()).isEqualTo(Outcome.ACCEPTED);
      }
      Station back = Station.open(anchor(), disk, key, checks);
      assertThat(back.next()).isEqualTo(away);
      for (int i = away; i < chain.blocks().size(); i++) {
        assertThat(back.receive(block(i)).outcome()).isEqualTo(Outcome.ACCEPTED);
      }
      assertThat(back.state().head()).isEqualTo(chain.state().head());
      assertThat(back.doctor()).contains(doctor.pid());
      assertThat(back.undelivered(100))
          .extracting(Countersignature::height)
          .containsExactly(3L, 4L, 5L, 6L, 7L);
    }
  }

  @Test
  void undelivered_shouldCount_whereTheStationIsEnrolledOnly() {
    Station station = open();
    for (Block block : chain.blocks()) {
      Electorate electorate = Electorate.after(station.state());
      station.receive(block);
      List<Countersignature> votes = station.undelivered(100);
      boolean counts = block.header().height() > ENROLLED;
      assertThat(votes).hasSize(counts ? 1 : 0);
      votes.forEach(vote -> assertThat(electorate.accepts(checks, block.header(), vote)).isTrue());
      station.delivered(block.header().height());
      assertThat(station.undelivered(100)).isEmpty();
    }
    assertThat(open().undelivered(100)).isEmpty();
    chain.add(key.withdrawal(doctor));
    grow(chain, 1);
    station.receive(block(8));
    station.receive(block(9));
    assertThat(station.undelivered(100)).extracting(Countersignature::height).containsExactly(8L);
    assertThat(station.doctor()).isEmpty();
  }

  @Test
  void undelivered_shouldBeEmpty_onceTheDoctorIsExpelled() {
    chain.add(Expulsion.of(world, doctor));
    grow(chain, 1);
    Station station = open();
    chain.blocks().forEach(station::receive);
    assertThat(station.undelivered(100))
        .extracting(Countersignature::height)
        .containsExactly(3L, 4L, 5L, 6L, 7L, 8L);
    assertThat(station.undelivered(2)).hasSize(2);
  }

  @Test
  void receive_shouldSayWhatIsMissing_whenABlockComesTooEarlyOrAgain() {
    Station station = open();
    assertThat(station.receive(block(1)).outcome()).isEqualTo(Outcome.AHEAD);
    assertThat(station.receive(block(0)).outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(station.receive(block(0)).outcome()).isEqualTo(Outcome.KNOWN);
    assertThat(station.receive(block(7)).outcome()).isEqualTo(Outcome.AHEAD);
    assertThat(station.next()).isEqualTo(1);
  }

  @Test
  void receive_shouldRefuse_whenHospitalOrCloudDidNotSign() {
    Station station = open();
    station.receive(block(0));
    SignedHeader honest = block(1).signedHeader();
    byte[] header = honest.header().encode();

    assertThat(
            station
                .receive(with(block(1), world.other().sign(header), honest.cloud().bytes()))
                .fault()
                .map(fault -> fault.reason()))
        .contains(Reason.BAD_HOSPITAL_SIGNATURE);
    assertThat(
            station
                .receive(with(block(1), honest.hospital().bytes(), world.other().sign(header)))
                .fault()
                .map(fault -> fault.reason()))
        .contains(Reason.BAD_CLOUD_SIGNATURE);
    assertThat(station.evidence()).isEmpty();
    assertThat(station.receive(block(1)).outcome()).isEqualTo(Outcome.ACCEPTED);
  }

  @Test
  void receive_shouldRefuse_whenTheSupernodesSignedARecordThatBreaksTheRules() {
    GrowingChain bad = chain.fork();
    bad.add(new StationKey(world).enrolment(doctor));
    Station station = open();
    chain.blocks().forEach(station::receive);

    Reception reception = station.receive(bad.blocks().get(8));

    assertThat(reception.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(reception.fault().orElseThrow().code()).isEqualTo("RECORD_REFUSED/STATION_EXISTS");
    assertThat(station.next()).isEqualTo(8);
  }

  @Test
  void receive_shouldRefuse_whenTheChainIsNotTheOneThatTheDoctorNamed() {
    TrustAnchor other = new TrustAnchor("HOSPITAL-B", anchor().systemManager());
    TrustAnchor manager =
        new TrustAnchor("HOSPITAL-A", world.other().certificate().identity().signingKey());
    for (TrustAnchor wrong : List.of(other, manager)) {
      MemoryStore disk = new MemoryStore();
      Station station = Station.open(wrong, disk, key, checks);
      assertThat(station.receive(block(0)).outcome()).isEqualTo(Outcome.REFUSED);
      assertThat(disk.height()).isEqualTo(-1);
    }
    open().receive(block(0));
    assertThatThrownBy(() -> Station.open(other, store, key, checks))
        .isInstanceOf(DamagedStoreException.class);
  }

  @Test
  void open_shouldRefuse_whenWhatIsKeptWasChanged() {
    Station station = open();
    chain.blocks().forEach(station::receive);
    byte[] cut = block(3).encode();
    for (ByteString damaged :
        List.of(
            ByteString.of(block(4).encode()),
            ByteString.of(java.util.Arrays.copyOf(cut, cut.length - 1)))) {
      store.damage(3, damaged);
      assertThatThrownBy(this::open).isInstanceOf(DamagedStoreException.class);
    }
  }

  @Test
  void receive_shouldKeepTheProofAndStop_whenHospitalAndCloudSignTwoBlocksOfOneHeight() {
    GrowingChain second = chain.fork();
    grow(chain, 1);
    grow(second, 1);
    Station station = open();
    chain.blocks().forEach(station::receive);
    int signed = key.signed().size();

    assertThat(station.receive(second.blocks().get(8)).outcome()).isEqualTo(Outcome.EQUIVOCATION);

    Equivocation proof = station.evidence().orElseThrow();
    assertThat(proof.first()).isEqualTo(block(8).signedHeader());
    assertThat(proof.second()).isEqualTo(second.blocks().get(8).signedHeader());
    assertThat(proof.isByHospital(checks, chain.state().founding().orElseThrow())).isTrue();
    assertThat(proof.isByCloud(checks, chain.state().founding().orElseThrow())).isTrue();
    grow(chain, 1);
    assertThat(station.receive(block(9)).outcome()).isEqualTo(Outcome.STOPPED);
    assertThat(open().receive(block(9)).outcome()).isEqualTo(Outcome.STOPPED);
    assertThat(open().undelivered(100)).isEmpty();
    assertThat(station.undelivered(100)).isEmpty();
    assertThat(key.signed()).hasSize(signed);
  }

  @Test
  void receive_shouldKeepTheProof_whenTheHospitalGoesOnFromAnotherHistory() {
    GrowingChain second = chain.fork();
    grow(chain, 1);
    grow(second, 2);
    Station station = open();
    chain.blocks().forEach(station::receive);

    assertThat(station.receive(second.blocks().get(9)).outcome()).isEqualTo(Outcome.EQUIVOCATION);
    assertThat(station.evidence().orElseThrow().height()).isEqualTo(8);
  }

  @Test
  void receive_shouldAccuseNobody_whenTheHospitalDidNotSignTheSecondBlock() {
    GrowingChain second = chain.fork();
    grow(chain, 1);
    grow(second, 1);
    Station station = open();
    chain.blocks().forEach(station::receive);
    Block other = second.blocks().get(8);
    byte[] header = other.header().encode();

    assertThat(
            station
                .receive(
                    with(other, world.cloud().sign(header), other.signedHeader().cloud().bytes()))
                .outcome())
        .isEqualTo(Outcome.REFUSED);
    assertThat(station.evidence()).isEmpty();
    assertThat(
            station
                .receive(
                    with(
                        other, other.signedHeader().hospital().bytes(), world.other().sign(header)))
                .outcome())
        .isEqualTo(Outcome.EQUIVOCATION);
    assertThat(
            station
                .evidence()
                .orElseThrow()
                .isByCloud(checks, chain.state().founding().orElseThrow()))
        .isFalse();
  }

  /** Whatever arrives, in whatever order, with the power failing at any write. */
  @Test
  void sign_shouldHappenForOneBlockOfEachHeight_whateverHappens() {
    List<Block> blocks = new ArrayList<>(chain.blocks());
    GrowingChain main = chain.fork();
    for (int point = 4; point <= 8; point++) {
      GrowingChain history = upTo(main, point);
      grow(history, 3);
      blocks.addAll(history.blocks().subList(point, history.blocks().size()));
    }
    Map<ByteString, BlockHeader> signable = new HashMap<>();
    for (Block block : blocks) {
      signable.put(
          ByteString.of(Countersignature.toSign(block.header(), doctor.pid())), block.header());
    }
    int caught = 0;
    for (int run = 0; run < 150; run++) {
      caught += anything(new Random(run), blocks, signable) ? 1 : 0;
    }
    assertThat(caught).isBetween(50, 149);
  }

  private GrowingChain upTo(GrowingChain which, int height) {
    GrowingChain copy = new GrowingChain(world);
    which
        .blocks()
        .subList(0, height)
        .forEach(block -> copy.add(block.records().toArray(LedgerRecord[]::new)));
    return copy;
  }

  private boolean anything(
      Random random, List<Block> blocks, Map<ByteString, BlockHeader> signable) {
    MemoryStore disk = new MemoryStore();
    StationKey own = key;
    int before = own.signed().size();
    Station station = Station.open(anchor(), disk, own, checks);
    for (int step = 0; step < 60; step++) {
      if (random.nextInt(4) == 0) {
        disk.failNext(random.nextBoolean());
      }
      try {
        switch (random.nextInt(8)) {
          case 0 -> station = Station.open(anchor(), disk, own, checks);
          case 1, 2 -> station.undelivered(1 + random.nextInt(5));
          case 3 -> station.delivered(random.nextInt((int) station.next() + 1) - 1L);
          case 4 -> station.receive(blocks.get(random.nextInt(blocks.size())));
          default -> {
            long next = station.next();
            blocks.stream()
                .filter(block -> block.header().height() == next)
                .skip(random.nextInt(2))
                .findFirst()
                .ifPresent(station::receive);
          }
        }
      } catch (MemoryStore.PowerFailure e) {
        station = Station.open(anchor(), disk, own, checks);
      }
    }
    Map<Long, Digest> once = new HashMap<>();
    for (ByteString message : own.signed().subList(before, own.signed().size())) {
      BlockHeader header = Optional.ofNullable(signable.get(message)).orElseThrow();
      assertThat(once.putIfAbsent(header.height(), header.hash())).isIn(null, header.hash());
      assertThat(Block.decode(disk.block(header.height()).bytes()).header()).isEqualTo(header);
    }
    return disk.evidence().isPresent();
  }
}

package org.epione.ledger.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.block.Block;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordContent;
import org.epione.ledger.record.RejectionBody;
import org.epione.ledger.rules.BlockRules;
import org.epione.ledger.rules.CreditRules;
import org.epione.ledger.rules.Severity;
import org.epione.ledger.rules.Supervision;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.Evidence;
import org.epione.ledger.state.RecordRules;
import org.epione.ledger.state.RejectionReason;
import org.epione.ledger.state.SignatureChecks;

/** A chain on which doctors, hospital and system manager do what numbers tell them, if allowed. */
public final class RandomActs {

  private final World world = new World("random acts");
  private final GrowingChain chain = new GrowingChain(world);
  private final RecordRules rules =
      new RecordRules(new SignatureChecks(world.suite()), Evidence.NOT_OURS);
  private final List<MatterActs> reports = new ArrayList<>();
  private final List<MatterActs> appeals = new ArrayList<>();
  private final List<Digest> charges = new ArrayList<>();
  private final Consumer<ChainState> watcher;
  private int made;

  /** A chain with doctors; tells {@code watcher} the state after each block, from block 0 on. */
  public RandomActs(Consumer<ChainState> watcher) {
    this(BlockRules.DEFAULT, watcher);
  }

  /** The same under these rules; epochs are closed when they are over. */
  public RandomActs(BlockRules blocks, Consumer<ChainState> watcher) {
    this.watcher = watcher;
    add(world.founding(blocks));
    add(world.doctors().stream().map(world::enrolment).toArray(LedgerRecord[]::new));
  }

  /** The world it happens in. */
  public World world() {
    return world;
  }

  /** The chain so far. */
  public GrowingChain chain() {
    return chain;
  }

  /** Does one thing, chosen by a number from 0. */
  public void act(int choice) {
    Doctor doctor = world.doctor(choice % 4);
    int detail = choice / 40;
    switch ((choice / 4) % 12) {
      case 0 -> treated(doctor);
      case 1, 2, 3 -> rejected(doctor);
      case 4 -> reported(doctor);
      case 5 -> reportDecided(detail);
      case 6 -> appealed(acts -> acts.appealed(doctor, against(detail)));
      case 7 -> appealed(acts -> acts.appealed(against(detail)));
      case 8 -> appealDecided(detail);
      case 9 -> shared(doctor, detail);
      case 10 -> world.clock().move(Duration.ofHours(detail));
      default -> ruled(detail);
    }
  }

  private void treated(Doctor doctor) {
    Treatment treatment = new Treatment(world, List.of(doctor));
    if (addIfAllowed(treatment.opened())) {
      LedgerRecord diagnosis = treatment.diagnosis();
      add(diagnosis, treatment.stored(diagnosis));
    }
  }

  private void shared(Doctor doctor, int detail) {
    Treatment treatment = new Treatment(world, List.of(doctor));
    if (addIfAllowed(treatment.opened())) {
      LedgerRecord diagnosis = treatment.diagnosis();
      add(diagnosis, treatment.stored(diagnosis));
      SharingActs sharing = new SharingActs(world, treatment, world.foreign());
      Stream.<Supplier<LedgerRecord>>of(
              sharing::requested, sharing::consented, sharing::issued, sharing::read)
          .limit(1 + detail % 4)
          .forEach(act -> add(act.get()));
    }
  }

  private void rejected(Doctor doctor) {
    Digest content = Digest.of(new byte[] {(byte) made++});
    byte[] signed = RecordContent.toSign(world.chain(), doctor.pid(), content);
    LedgerRecord rejection =
        world.by(
            world.hospital(),
            new RejectionBody(
                doctor.pid(),
                content,
                ByteString.of(world.suite().bls().sign(doctor.key(), signed).encode()),
                RejectionReason.TEAM_BAD_SIGNATURE.name()));
    if (addIfAllowed(rejection)) {
      charges.add(rejection.contentDigest());
    }
  }

  private void reported(Doctor doctor) {
    MatterActs report = new MatterActs(world);
    List<Block> blocks = chain.blocks();
    Block last = blocks.get(blocks.size() - 1);
    if (addIfAllowed(report.reported(doctor, last.records().get(0)))) {
      reports.add(report);
    }
  }

  private void reportDecided(int detail) {
    if (!reports.isEmpty()) {
      Optional<Severity> severity = Arrays.stream(Severity.values()).skip(detail % 4).findFirst();
      LedgerRecord decision = reports.get(detail % reports.size()).reportDecided(severity);
      if (addIfAllowed(decision)) {
        charges.add(decision.contentDigest());
      }
    }
  }

  private Optional<Digest> against(int detail) {
    return detail % 3 == 0 || charges.isEmpty()
        ? Optional.empty()
        : Optional.of(charges.get(detail % charges.size()));
  }

  private void appealed(Function<MatterActs, LedgerRecord> record) {
    MatterActs appeal = new MatterActs(world);
    if (addIfAllowed(record.apply(appeal))) {
      appeals.add(appeal);
    }
  }

  private void appealDecided(int detail) {
    if (!appeals.isEmpty()) {
      addIfAllowed(appeals.get(detail % appeals.size()).appealDecided(detail % 4 > 0));
    }
  }

  private void ruled(int detail) {
    Supervision weights = new Supervision(1 + detail % 7, 20, 30 + detail, detail % 3, 80);
    addIfAllowed(
        world.creditRules(
            new CreditRules(
                90, 55 + detail, 100 - detail % 2, 5 + detail, detail % 5, Optional.of(weights))));
  }

  private boolean addIfAllowed(LedgerRecord record) {
    boolean allowed = rules.check(chain.state(), record, world.now()).isEmpty();
    if (allowed) {
      add(record);
    }
    return allowed;
  }

  private void add(LedgerRecord... records) {
    if (chain.isEpochOver()) {
      chain.add(world.closing(chain.state()));
      watcher.accept(chain.state());
    }
    chain.add(records);
    watcher.accept(chain.state());
    world.clock().move(Duration.ofSeconds(1));
  }
}

package org.epione.ledger.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.epione.ledger.block.Block;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.RecordPosition;
import org.epione.ledger.verification.ChainVerifier;
import org.epione.ledger.verification.VerificationReport;
import org.epione.ledger.world.RandomActs;

/** Credit is a function of the chain and of nothing else. */
class RecountPropertyTest {

  @Property(tries = 8)
  void credit_shouldEqualItsRecountFromGenesis_atEveryHeightAndAfterExport(
      @ForAll @Size(min = 10, max = 50) List<@IntRange(min = 0, max = 999) Integer> choices)
      throws IOException {
    List<Map<Pid, Score>> running = new ArrayList<>();
    RandomActs acts = new RandomActs(state -> running.add(state.credit().all()));
    choices.forEach(acts::act);

    List<Block> blocks = acts.chain().blocks();
    for (int height = 0; height < blocks.size(); height++) {
      CreditBook recounted = folded(blocks.subList(0, height + 1)).credit();
      assertThat(recounted.digest()).isEqualTo(blocks.get(height).header().credit());
      assertThat(recounted.all()).isEqualTo(running.get(height));
      assertThat(NaiveRecount.of(blocks.subList(0, height + 1))).isEqualTo(recounted.all());
    }
    assertMovementsAddUp(acts.chain().state().credit(), NaiveRecount.beginnings(blocks));

    VerificationReport report =
        new ChainVerifier(acts.world().suite())
            .verify(
                new ByteArrayInputStream(acts.chain().export()),
                (done, records, all) -> assertThat(done).isLessThanOrEqualTo(all));
    assertThat(report.fault()).isEmpty();
    assertThat(report.state().credit().all()).isEqualTo(acts.chain().state().credit().all());
    assertThat(report.state().credit().digest())
        .isEqualTo(blocks.get(blocks.size() - 1).header().credit());
  }

  private static ChainState folded(List<Block> blocks) {
    ChainState state = ChainState.EMPTY;
    for (Block block : blocks) {
      for (int i = 0; i < block.records().size(); i++) {
        LedgerRecord record = LedgerRecord.decode(block.records().get(i).encode());
        state = state.apply(record, new RecordPosition(block.header().height(), i));
      }
      state = state.close(block.header());
    }
    return state;
  }

  private static void assertMovementsAddUp(CreditBook book, Map<Pid, Integer> beginnings) {
    book.all()
        .forEach(
            (holder, score) -> {
              List<Movement> movements = book.movements(holder);
              int moved = movements.stream().mapToInt(Movement::points).sum();
              assertThat(beginnings.get(holder) + moved).isEqualTo(score.points());
              movements.stream()
                  .findFirst()
                  .ifPresent(last -> assertThat(last.after()).isEqualTo(score));
            });
  }
}

package org.epione.audit.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.epione.audit.boundary.ChainVerdict;
import org.epione.audit.boundary.CheckView.Finding;
import org.epione.ledger.connector.Chains;
import org.epione.testing.Container;
import org.junit.jupiter.api.Test;

class ChainFindingsTest {

  private static final ChainVerdict VERIFIED =
      new ChainVerdict(
          "HOSPITAL-A", true, 0, 3, "00", 8, Optional.empty(), Optional.empty(), Optional.empty());

  /** Chains that find that many records by their names. */
  private static final class Remembering extends Chains {
    private final long findable;

    Remembering(long findable) {
      this.findable = findable;
    }

    @Override
    public long findable(String hospital) {
      return findable;
    }
  }

  private static Finding counted(long findable) {
    try (Container container = Container.start()) {
      container.with(Chains.class, new Remembering(findable));
      return container.bean(ChainFindings.class).counted(VERIFIED);
    }
  }

  @Test
  void count_shouldNameTheHospital_whenARecordIsNotFoundByName() {
    assertThat(counted(7))
        .isEqualTo(
            new Finding(
                "COUNT",
                "HOSPITAL-A",
                false,
                "8 records stand in the blocks, 7 are found by name.",
                "HOSPITAL-A"));
  }

  @Test
  void count_shouldHold_whenAllAreFound_andMoreCameMeanwhile() {
    assertThat(counted(8).ok()).isTrue();
    assertThat(counted(9).ok()).isTrue();
  }
}

package org.epione.ledger.connector;

import org.epione.ledger.connector.anchor.PlayedNode;
import org.epione.ledger.connector.anchor.TestNode;
import org.junit.jupiter.api.Nested;

class H2ConnectorTest {

  @Nested
  class Intake extends IntakeContract {
    @Override
    TestDatabase database() {
      return TestDatabase.h2();
    }
  }

  @Nested
  class Groups extends MessageGroupContract {
    @Override
    TestDatabase database() {
      return TestDatabase.h2();
    }
  }

  @Nested
  class Supernodes extends SupernodesContract {
    @Override
    TestDatabase database() {
      return TestDatabase.h2();
    }
  }

  @Nested
  class AtOnce extends CosigningAtOnceContract {
    @Override
    TestDatabase database() {
      return TestDatabase.h2();
    }
  }

  @Nested
  class Witness extends WitnessContract {
    @Override
    TestDatabase database() {
      return TestDatabase.h2();
    }
  }

  @Nested
  class Exchange extends HeadExchangeContract {
    @Override
    TestDatabase database() {
      return TestDatabase.h2();
    }
  }

  @Nested
  class Log extends LogContract {
    @Override
    TestDatabase database() {
      return TestDatabase.h2();
    }
  }

  @Nested
  class Anchors extends AnchorContract {
    @Override
    TestDatabase database() {
      return TestDatabase.h2();
    }

    @Override
    TestNode network() {
      return new PlayedNode();
    }
  }

  @Nested
  class HostileNode extends HostileNodeContract {
    @Override
    TestDatabase database() {
      return TestDatabase.h2();
    }
  }

  @Nested
  class Stamps extends StampContract {
    @Override
    TestDatabase database() {
      return TestDatabase.h2();
    }
  }

  @Nested
  class Stations extends StationsContract {
    @Override
    TestDatabase database() {
      return TestDatabase.h2();
    }
  }

  @Nested
  class FinalRows extends FinalRowsContract {
    @Override
    TestDatabase database() {
      return TestDatabase.h2();
    }

    @Override
    String dropTrigger() {
      return "drop trigger ledger_block_final";
    }
  }

  @Nested
  class Lease extends WriterLeaseContract {
    @Override
    TestDatabase database() {
      return TestDatabase.h2();
    }
  }

  @Nested
  class Restored extends RestoredBackupContract {
    @Override
    TestDatabase database() {
      return TestDatabase.h2();
    }
  }

  @Nested
  class Epochs extends EpochContract {
    @Override
    TestDatabase database() {
      return TestDatabase.h2();
    }
  }

  @Nested
  class Archives extends ArchiveContract {
    @Override
    TestDatabase database() {
      return TestDatabase.h2();
    }
  }

  @Nested
  class RestoredCloud extends RestoredCloudContract {
    @Override
    TestDatabase database() {
      return TestDatabase.h2();
    }
  }
}

package org.epione.ledger.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.epione.ledger.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk with H2's file is full for a while, again and again. */
class H2FullDiskTest {

  private static final int MEGABYTES = 24;

  @TempDir Path folder;

  @Test
  void records_shouldAllBeThereOnce_whenTheDiskWasFull() throws Exception {
    World world = new World("full disk");
    try (SmallDisk disk = new SmallDisk(folder, MEGABYTES);
        Node node =
            new Node(
                world,
                TestDatabase.h2(
                    "jdbc:h2:file:"
                        + disk.folder().resolve("ledger")
                        + ";WRITE_DELAY=0;DB_CLOSE_DELAY=-1"),
                world.hospital(),
                world.cloud(),
                world.manager())) {
      Endurance endurance = new Endurance(world, node);
      int failures = 0;
      for (int time = 0; time < 4; time++) {
        endurance.submit();
        endurance.round();
        disk.fill();
        for (int i = 0; i < 3; i++) {
          endurance.submit();
          failures += endurance.round();
        }
        disk.free();
        endurance.assertRecovers();
      }
      assertThat(failures).as("nothing failed: the disk was not full").isPositive();
    }
  }
}

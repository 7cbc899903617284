package org.epione.benchmark.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The disk alone: 10 KiB written to the end of a file and forced out. */
final class Synced {

  private static final int BYTES = 10 << 10;
  private static final int TIMES = 200;

  private Synced() {}

  /** The median, in seconds, in this folder. */
  static double measure(Path folder) {
    List<Stopwatch> taken = new ArrayList<>();
    try {
      Path file = Files.createTempFile(folder, "synced", "");
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        for (int i = 0; i < TIMES; i++) {
          ByteBuffer bytes = ByteBuffer.allocate(BYTES);
          taken.add(
              Stopwatch.of(
                  () -> {
                    channel.write(bytes);
                    channel.force(false);
                    return !bytes.hasRemaining();
                  }));
        }
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Stopwatch.median(taken).wall();
  }
}

package org.epione.ledger.connector;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file system in memory of a few megabytes, where the tests may mount one. */
final class SmallDisk implements AutoCloseable {

  private static final int CHUNK = 4096;

  private final Path folder;
  private final Path ballast;

  /** Mounts it; skips the test where that is not allowed. */
  SmallDisk(Path folder, int megabytes) {
    this.folder = folder;
    this.ballast = folder.resolve("ballast");
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString()),
        "only root can mount a small disk");
  }

  Path folder() {
    return folder;
  }

  /** Takes all that is left. */
  void fill() throws IOException {
    try (OutputStream out = Files.newOutputStream(ballast)) {
      byte[] chunk = new byte[CHUNK];
      while (folder.toFile().getUsableSpace() > 0) {
        out.write(chunk);
      }
    }
  }

  /** Gives it back. */
  void free() throws IOException {
    Files.deleteIfExists(ballast);
  }

  static boolean run(String... command) {
    try {
      return new ProcessBuilder(List.of(command))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException notThere) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    run("umount", "-l", folder.toString());
  }
}

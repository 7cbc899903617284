package org.epione.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The claim of one running installation on its folder. The operating system lets go of it when this
 * process ends, however it ends.
 */
final class HomeLock implements AutoCloseable {

  private static final String FILE = "running.lock";

  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the folder, which exists. */
  static HomeLock take(Path home) throws CommandFailure {
    try {
      FileChannel channel =
          FileChannel.open(home.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new CommandFailure(
            "EHR-9105 Another Epione is running on "
                + home
                + ". Stop it, or set EPIONE_HOME to another folder.");
      }
      return new HomeLock(channel);
    } catch (IOException unusable) {
      throw new CommandFailure(
          "EHR-9102 The file " + home.resolve(FILE) + " cannot be written to. Remove it.",
          unusable);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException ownProcess) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException failure) {
      throw new UncheckedIOException("the folder's lock cannot be released", failure);
    }
  }
}

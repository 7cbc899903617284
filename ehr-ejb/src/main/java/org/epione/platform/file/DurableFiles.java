package org.epione.platform.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Files that appear under their name only complete and on disk: a temporary file in the same
 * folder, fsync, atomic rename, fsync of the folder. A crash at any moment leaves all of it or
 * nothing under the name.
 */
public final class DurableFiles {

  private DurableFiles() {}

  /** Writes the temporary file; {@link #publish} gives it its name. */
  public interface Writing {
    /** Writes all of the content and closes what it opened. */
    void write(Path temporary) throws IOException;
  }

  /** Makes the file with this content, in place of one that is there. */
  public static void write(Path file, byte[] content) throws IOException {
    write(file, temporary -> Files.write(temporary, content));
  }

  /** Makes the file with what is written, in place of one that is there. */
  public static void write(Path file, Writing writing) throws IOException {
    Path temporary = temporary(folder(file));
    try {
      writing.write(temporary);
      publish(temporary, file);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** An empty file in that folder, which is made if it is not there. */
  public static Path temporary(Path folder) throws IOException {
    return Files.createTempFile(Files.createDirectories(folder), "incoming-", ".part");
  }

  /** Puts a temporary file on disk and gives it its name, in the same file system. */
  public static void publish(Path temporary, Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Path folder = Files.createDirectories(folder(file));
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    sync(folder);
  }

  /**
   * Writes a piece at its place and puts it on disk; what was there from there on is cut off, as a
   * crash may have left a piece that nobody was told of.
   */
  public static void writeAt(Path file, long offset, byte[] piece) throws IOException {
    Files.createDirectories(folder(file));
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      if (channel.size() < offset) {
        throw new IOException("what came before is not there");
      }
      channel.truncate(offset);
      channel.position(offset);
      ByteBuffer buffer = ByteBuffer.wrap(piece);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    if (offset == 0) {
      sync(folder(file));
    }
  }

  /** At most so many bytes from there on; fewer only at the end of the file. */
  public static byte[] readAt(Path file, long offset, int length) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer buffer =
          ByteBuffer.allocate((int) Math.max(0, Math.min(length, channel.size() - offset)));
      channel.position(offset);
      while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
        // Reads until it is full.
      }
      byte[] read = new byte[buffer.flip().remaining()];
      buffer.get(read);
      return read;
    }
  }

  private static Path folder(Path file) {
    return Objects.requireNonNull(file.getParent(), "a file lies in a folder");
  }

  /** So that new names in it, too, survive a loss of power. */
  public static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** What lies directly in a folder; nothing where there is none. */
  public static List<Path> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    }
  }

  /** Removes a file, or a folder with all that is in it. */
  public static void remove(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> all = Files.walk(path)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}

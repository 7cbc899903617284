package org.epione.station;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files that are there whole or not at all, and on the disk when the method returns; only their
 * owner may read them.
 */
public final class DurableFiles {

  private DurableFiles() {}

  /** What writes a file's content. */
  @FunctionalInterface
  public interface Content {
    /** Writes all of it; does not close. */
    void to(OutputStream out) throws IOException;
  }

  /** Writes a file in place of one that may be there. */
  static void write(Path file, byte[] content) throws IOException {
    Path partial = partial(file, out -> out.write(content));
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    force(folder(file));
  }

  /**
   * Writes a file where none is.
   *
   * @throws FileAlreadyExistsException if there is one, which is left as it is
   */
  public static void writeNew(Path file, Content content) throws IOException {
    Path partial = partial(file, content);
    Files.move(partial, file);
    force(folder(file));
  }

  private static Path folder(Path file) {
    return file.resolveSibling("");
  }

  /** The content under a name beside the file's; what a killed attempt left there is replaced. */
  private static Path partial(Path file, Content content) throws IOException {
    Path partial = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(partial);
    try (FileChannel channel =
        FileChannel.open(
            partial,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            permissions("rw-------"))) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
      content.to(out);
      out.flush();
      channel.force(true);
    }
    return partial;
  }

  /** Makes a folder that only its owner may enter, where there is none. */
  static void makeFolder(Path folder) throws IOException {
    Files.createDirectories(folder, permissions("rwx------"));
  }

  /** The move itself is on the disk, too. */
  private static void force(Path folder) throws IOException {
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    } catch (AccessDeniedException windows) {
      // Windows does not open folders; there the file system writes moves in order.
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        throw windows;
      }
    }
  }

  private static FileAttribute<?>[] permissions(String permissions) {
    // Windows has no such permissions; there the folder's own access list decides.
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}

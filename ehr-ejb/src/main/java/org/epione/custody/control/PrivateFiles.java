package org.epione.custody.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.epione.platform.file.DurableFiles;

/** Files that only the server's own user may read, complete or absent, on disk before use. */
final class PrivateFiles {

  private PrivateFiles() {}

  /**
   * Writes a new file.
   *
   * @throws FileAlreadyExistsException when it exists; it stays as it is
   */
  static void create(Path file, byte[] content) throws IOException {
    Path folder = Files.createDirectories(file.getParent(), permissions("rwx------"));
    Path partial = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(partial);
    try (FileChannel out =
        FileChannel.open(
            partial,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            permissions("rw-------"))) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    if (Files.exists(file)) {
      Files.delete(partial);
      throw new FileAlreadyExistsException(file.toString());
    }
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    DurableFiles.sync(folder);
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

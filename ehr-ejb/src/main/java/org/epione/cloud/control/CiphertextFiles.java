package org.epione.cloud.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.epione.cloud.boundary.Finding;
import org.epione.crypto.transcript.Digest;
import org.epione.crypto.transcript.StreamDigest;
import org.epione.platform.error.ErrorCode;

/**
 * Ciphertexts as files named by their SHA-256, below one folder: {@code aa/bb/<64 hex digits>}. A
 * file appears under its name only complete and on disk (temporary file, fsync, atomic rename,
 * fsync of the folder), so a crash at any moment leaves either all of it or nothing. Storing again
 * is harmless and repairs a damaged file.
 */
final class CiphertextFiles {

  private static final int BUFFER = 64 * 1024;

  private final Path root;

  CiphertextFiles(Path root) {
    this.root = root;
  }

  /** What a look at one file shows. */
  record Look(Finding finding, long length) {}

  /** Where a ciphertext is, relative to the folder. */
  static String location(Digest digest) {
    String hex = digest.hex();
    return hex.substring(0, 2) + "/" + hex.substring(2, 4) + "/" + hex;
  }

  /** Stores durably and says where. */
  String store(Digest digest, byte[] content) {
    String location = location(digest);
    Path file = root.resolve(location);
    if (look(digest).finding() == Finding.INTACT) {
      return location;
    }
    try {
      Path folder = Files.createDirectories(file.getParent());
      Path temporary = Files.createTempFile(folder, "incoming-", ".part");
      try {
        write(temporary, content);
        Files.move(
            temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
      sync(folder);
      sync(folder.resolve(".."));
      sync(root);
      return location;
    } catch (IOException notStored) {
      throw new UncheckedIOException(
          ErrorCode.CLOUD_FOLDER.code() + " the cloud's folder cannot be written", notStored);
    }
  }

  /** The content, if it is there and intact. */
  Optional<byte[]> read(Digest digest) {
    try {
      byte[] content = Files.readAllBytes(root.resolve(location(digest)));
      return Digest.of(content).equals(digest) ? Optional.of(content) : Optional.empty();
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          ErrorCode.CLOUD_FOLDER.code() + " the cloud's folder cannot be read", unreadable);
    }
  }

  /** Digests the file afresh. Never UNKNOWN: who asks knows that it was stored. */
  Look look(Digest digest) {
    StreamDigest actual = new StreamDigest();
    long length = 0;
    try (InputStream in = Files.newInputStream(root.resolve(location(digest)))) {
      byte[] buffer = new byte[BUFFER];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        actual.update(buffer, 0, n);
        length += n;
      }
    } catch (NoSuchFileException gone) {
      return new Look(Finding.MISSING, 0);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          ErrorCode.CLOUD_FOLDER.code() + " the cloud's folder cannot be read", unreadable);
    }
    return new Look(actual.finish().equals(digest) ? Finding.INTACT : Finding.ALTERED, length);
  }

  private static void write(Path file, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  /** So that the new name, too, survives a loss of power. */
  private static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}

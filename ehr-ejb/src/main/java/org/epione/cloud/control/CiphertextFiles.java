package org.epione.cloud.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.epione.cloud.boundary.Finding;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;
import org.epione.crypto.transcript.StreamDigest;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.file.DurableFiles;

/**
 * Ciphertexts as files named by their SHA-256, below one folder: {@code aa/bb/<64 hex digits>}. A
 * file appears under its name only complete and on disk (temporary file, fsync, atomic rename,
 * fsync of the folder), so a crash at any moment leaves either all of it or nothing. Storing again
 * is harmless and repairs a damaged file.
 */
final class CiphertextFiles {

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
      DurableFiles.write(file, content);
      syncAbove(file);
      return location;
    } catch (IOException notStored) {
      throw notWritten(notStored);
    }
  }

  private void syncAbove(Path file) throws IOException {
    DurableFiles.sync(file.resolveSibling(".."));
    DurableFiles.sync(root);
  }

  /** Keeps the next bytes of what is not complete yet, durably. */
  void keepPiece(RecordId episode, Digest digest, long offset, byte[] piece) {
    try {
      DurableFiles.writeAt(incomplete(episode, digest), offset, piece);
    } catch (IOException notStored) {
      throw notWritten(notStored);
    }
  }

  /**
   * Stores durably what has come piece by piece, and says where; empty if it has another digest,
   * and is gone then.
   */
  Optional<String> finish(RecordId episode, Digest digest) {
    Path whole = incomplete(episode, digest);
    String location = location(digest);
    try {
      boolean isRight = look(whole, digest).finding() == Finding.INTACT;
      if (isRight) {
        Path file = root.resolve(location);
        DurableFiles.publish(whole, file);
        syncAbove(file);
      }
      Files.deleteIfExists(whole);
      return isRight ? Optional.of(location) : Optional.empty();
    } catch (IOException notStored) {
      throw notWritten(notStored);
    }
  }

  private Path incomplete(RecordId episode, Digest digest) {
    return root.resolve("incomplete").resolve(episode.hex() + "-" + digest.hex());
  }

  /** At most so many bytes from there on, if the file is there; not compared with the digest. */
  Optional<byte[]> piece(Digest digest, long offset, int length) {
    try {
      return Optional.of(DurableFiles.readAt(root.resolve(location(digest)), offset, length));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw notRead(unreadable);
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
      throw notRead(unreadable);
    }
  }

  /** Digests the file afresh. Never UNKNOWN: who asks knows that it was stored. */
  Look look(Digest digest) {
    return look(root.resolve(location(digest)), digest);
  }

  private static Look look(Path file, Digest digest) {
    StreamDigest actual = new StreamDigest();
    long length;
    try (InputStream in = Files.newInputStream(file)) {
      length = actual.update(in);
    } catch (NoSuchFileException gone) {
      return new Look(Finding.MISSING, 0);
    } catch (IOException unreadable) {
      throw notRead(unreadable);
    }
    return new Look(actual.finish().equals(digest) ? Finding.INTACT : Finding.ALTERED, length);
  }

  private static UncheckedIOException notWritten(IOException failed) {
    return new UncheckedIOException(
        ErrorCode.CLOUD_FOLDER.code() + " the cloud's folder cannot be written", failed);
  }

  private static UncheckedIOException notRead(IOException failed) {
    return new UncheckedIOException(
        ErrorCode.CLOUD_FOLDER.code() + " the cloud's folder cannot be read", failed);
  }
}

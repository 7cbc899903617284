package org.epione.station;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.signature.Ed25519;
import org.epione.ledger.finality.Equivocation;
import org.epione.ledger.station.DamagedStoreException;
import org.epione.ledger.station.StationStore;

/**
 * Everything that a station keeps, claimed by this process: {@code station.key}, a file for each
 * block in {@code blocks/}, the proof of two histories in {@code evidence}. Never to be brought
 * back from a backup: the station would not know what it signed since.
 */
public final class StationFolder implements StationStore, AutoCloseable {

  private static final int DIGITS = 12;

  private final Path folder;
  private final Path blocks;
  private final FileChannel lock;
  private final StationKey key;
  private long height;

  private StationFolder(Path folder, FileChannel lock, Ed25519 ed25519) throws IOException {
    this.folder = folder;
    this.lock = lock;
    this.blocks = folder.resolve("blocks");
    DurableFiles.makeFolder(blocks);
    this.key = StationKey.in(folder.resolve("station.key"), ed25519);
    this.height = count() - 1;
  }

  /**
   * Claims a folder, and makes it with a new key where there is none.
   *
   * @throws StationFolderException if it cannot be used
   */
  public static StationFolder open(Path folder, Ed25519 ed25519) {
    try {
      DurableFiles.makeFolder(folder);
      FileChannel lock =
          FileChannel.open(
              folder.resolve("running.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        claim(lock, folder);
        return new StationFolder(folder, lock, ed25519);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException | MalformedEncodingException e) {
      throw new StationFolderException(
          "EHR-9120 The folder " + folder + " cannot be used: " + e + ".", e);
    }
  }

  private static void claim(FileChannel lock, Path folder) throws IOException {
    boolean claimed;
    try {
      claimed = lock.tryLock() != null;
    } catch (OverlappingFileLockException ownProcess) {
      claimed = false;
    }
    if (!claimed) {
      throw new StationFolderException(
          "EHR-9121 Another station is running on " + folder + ". Stop it, or name another folder.",
          null);
    }
  }

  private long count() throws IOException {
    long count;
    try (Stream<Path> files = Files.list(blocks)) {
      count = files.filter(file -> !file.toString().endsWith(".part")).count();
    }
    if (count > 0 && !Files.exists(file(count - 1))) {
      throw new DamagedStoreException(count - 1);
    }
    return count;
  }

  /** The station's key. */
  public StationKey key() {
    return key;
  }

  /** Where the proof of two histories is, once there is one. */
  public Path evidenceFile() {
    return folder.resolve("evidence");
  }

  @Override
  public long height() {
    return height;
  }

  @Override
  public ByteString block(long at) {
    try {
      return ByteString.of(Files.readAllBytes(file(at)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void append(ByteString block) {
    write(file(height + 1), block.bytes());
    height++;
  }

  @Override
  public Optional<Equivocation> evidence() {
    return read(evidenceFile()).map(Equivocation::decode);
  }

  @Override
  public void keep(Equivocation found) {
    if (!Files.exists(evidenceFile())) {
      write(evidenceFile(), found.encode());
    }
  }

  @Override
  public long delivered() {
    return read(folder.resolve("delivered"))
        .map(text -> Long.parseLong(new String(text, StandardCharsets.US_ASCII)))
        .orElse(-1L);
  }

  @Override
  public void setDelivered(long upTo) {
    write(folder.resolve("delivered"), Long.toString(upTo).getBytes(StandardCharsets.US_ASCII));
  }

  private Path file(long at) {
    return blocks.resolve(String.format(Locale.ROOT, "%0" + DIGITS + "d", at));
  }

  private static Optional<byte[]> read(Path file) {
    try {
      return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, byte[] content) {
    try {
      DurableFiles.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      key.close();
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the folder's lock cannot be released", e);
    }
  }
}

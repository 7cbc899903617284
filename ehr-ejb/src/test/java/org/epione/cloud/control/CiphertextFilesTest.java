package org.epione.cloud.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.epione.cloud.boundary.Finding;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.crypto.transcript.Digest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CiphertextFilesTest {

  @TempDir private Path root;

  private final byte[] content = new SecureRandomSource().bytes(300);
  private final Digest digest = Digest.of(content);
  private CiphertextFiles files;

  @BeforeEach
  void create() {
    files = new CiphertextFiles(root);
  }

  private Path file() {
    return root.resolve(CiphertextFiles.location(digest));
  }

  @Test
  void store_shouldKeepItUnderItsDigest() {
    String location = files.store(digest, content);
    assertThat(location)
        .isEqualTo(
            digest.hex().substring(0, 2) + "/" + digest.hex().substring(2, 4) + "/" + digest.hex());
    assertThat(files.read(digest)).hasValue(content);
    assertThat(files.look(digest)).isEqualTo(new CiphertextFiles.Look(Finding.INTACT, 300));
  }

  @Test
  void store_shouldLeaveNothingElseBehind_whenStoredTwice() throws IOException {
    files.store(digest, content);
    files.store(digest, content);
    try (Stream<Path> all = Files.walk(root)) {
      assertThat(all.filter(Files::isRegularFile)).containsExactly(file());
    }
  }

  @Test
  void store_shouldRepair_whenTheFileWasDamaged() throws IOException {
    files.store(digest, content);
    Files.write(file(), new byte[] {1});
    files.store(digest, content);
    assertThat(files.read(digest)).hasValue(content);
  }

  @Test
  void look_shouldFindIt_whenAnyByteIsFlipped() throws IOException {
    files.store(digest, content);
    for (int i = 0; i < content.length; i++) {
      byte[] flipped = content.clone();
      flipped[i] ^= 0x40;
      Files.write(file(), flipped);
      assertThat(files.look(digest).finding()).isEqualTo(Finding.ALTERED);
      assertThat(files.read(digest)).isEmpty();
    }
  }

  @Test
  void look_shouldFindIt_whenTheFileIsTruncatedEmptiedOrGone() throws IOException {
    files.store(digest, content);
    for (int length : new int[] {299, 1, 0}) {
      Files.write(file(), java.util.Arrays.copyOf(content, length));
      assertThat(files.look(digest)).isEqualTo(new CiphertextFiles.Look(Finding.ALTERED, length));
    }
    Files.delete(file());
    assertThat(files.look(digest)).isEqualTo(new CiphertextFiles.Look(Finding.MISSING, 0));
    assertThat(files.read(digest)).isEmpty();
  }

  @Test
  void store_shouldEndWithOneIntactFile_whenManyStoreAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<String>> tasks =
          IntStream.range(0, 32)
              .<Callable<String>>mapToObj(i -> () -> files.store(digest, content))
              .toList();
      for (Future<String> done : threads.invokeAll(tasks)) {
        assertThat(done.get()).isEqualTo(CiphertextFiles.location(digest));
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(files.look(digest).finding()).isEqualTo(Finding.INTACT);
    try (Stream<Path> all = Files.walk(root)) {
      assertThat(all.filter(Files::isRegularFile)).containsExactly(file());
    }
  }
}

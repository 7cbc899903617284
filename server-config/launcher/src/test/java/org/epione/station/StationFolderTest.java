package org.epione.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.crypto.signature.Ed25519;
import org.epione.ledger.identity.StationIdentity;
import org.epione.ledger.station.DamagedStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StationFolderTest {

  private final Ed25519 ed25519 = CryptoSuite.create(new SecureRandomSource()).ed25519();
  @TempDir Path home;

  private StationFolder open() {
    return StationFolder.open(home.resolve("station"), ed25519);
  }

  private static ByteString block(String text) {
    return ByteString.of(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void open_shouldMakeAKeyForItsOwnerOnly_andFindItAgain() throws Exception {
    StationIdentity first;
    try (StationFolder folder = open()) {
      first = folder.key().identity();
      assertThat(
              ed25519.verify(
                  ed25519.decodePublicKey(first.key().bytes()),
                  StationIdentity.toProve(first.key()),
                  first.possession().bytes()))
          .isTrue();
    }
    try (StationFolder folder = open()) {
      assertThat(folder.key().identity()).isEqualTo(first);
    }
    Path key = home.resolve("station").resolve("station.key");
    assertThat(key).hasSize(32);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
  }

  @Test
  void append_shouldOutliveTheProcess() {
    try (StationFolder folder = open()) {
      assertThat(folder.height()).isEqualTo(-1);
      folder.append(block("zero"));
      folder.append(block("one"));
      folder.setDelivered(1);
    }
    try (StationFolder folder = open()) {
      assertThat(folder.height()).isEqualTo(1);
      assertThat(folder.block(0)).isEqualTo(block("zero"));
      assertThat(folder.block(1)).isEqualTo(block("one"));
      assertThat(folder.delivered()).isEqualTo(1);
      assertThat(folder.evidence()).isEmpty();
    }
  }

  @Test
  void open_shouldForgetABlockThatWasNotWrittenToItsEnd() throws Exception {
    try (StationFolder folder = open()) {
      folder.append(block("zero"));
    }
    Files.writeString(home.resolve("station/blocks/000000000001.part"), "on");
    try (StationFolder folder = open()) {
      assertThat(folder.height()).isZero();
      folder.append(block("one"));
      assertThat(folder.block(1)).isEqualTo(block("one"));
    }
  }

  @Test
  void open_shouldRefuse_whenABlockIsMissing() throws Exception {
    try (StationFolder folder = open()) {
      folder.append(block("zero"));
      folder.append(block("one"));
    }
    Files.delete(home.resolve("station/blocks/000000000000"));
    assertThatThrownBy(this::open).isInstanceOf(DamagedStoreException.class);
  }

  @Test
  void open_shouldRefuse_whenAnotherStationRunsOnTheFolder() {
    try (StationFolder folder = open()) {
      assertThat(folder.height()).isEqualTo(-1);
      assertThatThrownBy(this::open).hasMessageStartingWith("EHR-9121");
    }
  }

  @Test
  void open_shouldRefuse_whenTheKeyIsDamaged() throws Exception {
    Path folder = Files.createDirectories(home.resolve("station"));
    Files.write(folder.resolve("station.key"), new byte[31]);
    assertThatThrownBy(this::open).hasMessageStartingWith("EHR-9120");
  }
}

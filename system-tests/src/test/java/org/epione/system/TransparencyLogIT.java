package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.epione.crypto.transcript.Digest;
import org.epione.demo.client.PortalAnswer;
import org.epione.demo.client.PortalSession;
import org.epione.ledger.merkle.MerkleTree;
import org.epione.ledger.transparency.Checkpoint;
import org.epione.ledger.transparency.EntryBundle;
import org.epione.ledger.transparency.NoteKey;
import org.epione.ledger.transparency.NoteVerifier;
import org.epione.ledger.transparency.SignedNote;
import org.epione.ledger.transparency.TilePath;
import org.junit.jupiter.api.Test;

/**
 * A chain of the real server as an outsider's monitor reads it, over HTTP and without an account.
 */
class TransparencyLogIT {
  private static final String LOG = "api/tlog/HOSPITAL-A/";

  private final World world = World.played();
  private final PortalSession stranger = world.stage().portal().stranger();

  private Checkpoint head() {
    SignedNote note = SignedNote.parse(stranger.bytes(LOG + "checkpoint"));
    NoteKey key = NoteKey.parse(new String(stranger.bytes(LOG + "key"), StandardCharsets.UTF_8));
    assertThat(new NoteVerifier(World.crypto().ed25519()).isSigned(note, key)).isTrue();
    return Checkpoint.parse(note.text());
  }

  private List<NoteKey> witnesses() {
    return new String(stranger.bytes(LOG + "witnesses"), StandardCharsets.UTF_8)
        .lines()
        .map(NoteKey::parse)
        .toList();
  }

  @Test
  void checkpoint_shouldBeCosignedByTheSystemManagerAndTheOtherHospital() {
    assertThat(witnesses()).hasSize(2);
    assertThat(witnesses().get(0).name()).startsWith("epione/SYSTEM-MANAGER/");
    assertThat(witnesses().get(1).name()).startsWith("epione/HOSPITAL-B/");
    NoteVerifier verifier = new NoteVerifier(World.crypto().ed25519());
    // Other tests make blocks meanwhile, and a head is cosigned moments after its block.
    world
        .stage()
        .waiting()
        .untilTrue(
            "both cosignatures",
            LOG + "checkpoint",
            () -> {
              SignedNote note = SignedNote.parse(stranger.bytes(LOG + "checkpoint"));
              return witnesses().stream()
                  .allMatch(witness -> verifier.cosigned(note, witness).isPresent());
            });
  }

  @Test
  void tiles_shouldGiveTheSignedRoot() {
    Checkpoint head = head();
    assertThat(head.size()).isGreaterThan(10);
    List<Digest> leaves = new ArrayList<>();
    for (long done = 0; done < head.size(); done += 256) {
      int width = (int) Math.min(256, head.size() - done);
      byte[] tile = stranger.bytes(LOG + "tile/" + new TilePath(0, done / 256, width).text());
      assertThat(tile).hasSize(width * Digest.LENGTH);
      for (int i = 0; i < width; i++) {
        leaves.add(
            Digest.decode(Arrays.copyOfRange(tile, i * Digest.LENGTH, (i + 1) * Digest.LENGTH)));
      }
    }
    assertThat(MerkleTree.of(leaves).root()).isEqualTo(head.root());
  }

  @Test
  void entries_shouldHashToTheTiles_whenTheAuditorReadsThem() {
    Checkpoint head = head();
    int width = (int) Math.min(256, head.size());
    String partial = width == 256 ? "" : ".p/" + width;
    byte[] tile = stranger.bytes(LOG + "tile/0/000" + partial);
    byte[] bundle = world.stage().auditor().session().bytes(LOG + "tile/entries/000" + partial);
    List<byte[]> entries = EntryBundle.decode(bundle);
    assertThat(entries).hasSize(width);
    for (int i = 0; i < width; i++) {
      assertThat(MerkleTree.leafHash(entries.get(i)).bytes())
          .isEqualTo(Arrays.copyOfRange(tile, i * Digest.LENGTH, (i + 1) * Digest.LENGTH));
    }
  }

  @Test
  void log_shouldBeNotFound_whenNoSuchTileOrHospital() {
    for (String path :
        List.of(
            LOG + "tile/0/999",
            LOG + "tile/00/000",
            LOG + "tile/0/000.p/0",
            LOG + "tile/0/x",
            "api/tlog/HOSPITAL-X/checkpoint",
            "api/tlog/HOSPITAL-X/key",
            "api/tlog/../checkpoint")) {
      PortalAnswer answer = stranger.ask("GET", path, null);
      assertThat(answer.status()).as(path).isEqualTo(404);
    }
  }
}

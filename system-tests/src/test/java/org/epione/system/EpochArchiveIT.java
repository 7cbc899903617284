package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.epione.crypto.transcript.Digest;
import org.epione.demo.DemonstrationData.Hospital;
import org.epione.demo.Enrolment;
import org.epione.demo.Stage;
import org.epione.demo.client.PortalAnswer;
import org.epione.demo.client.PortalSession;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.transparency.Checkpoint;
import org.epione.ledger.transparency.EntryBundle;
import org.epione.ledger.transparency.NoteKey;
import org.epione.ledger.transparency.NoteVerifier;
import org.epione.ledger.transparency.SignedNote;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * An epoch of a chain on the real server is closed by the clock, archived by the real command, and
 * gone. The chain's rules have epochs of two minutes.
 */
@Execution(ExecutionMode.CONCURRENT)
class EpochArchiveIT {
  private static final String CODE = "HOSPITAL-A";
  private static final String EPOCHS = "api/chains/" + CODE + "/epochs";
  private static final String LOG = "api/tlog/" + CODE + "/";
  private static final Duration PATIENCE = Duration.ofMinutes(6);

  private static final String DRAWN =
      "() => { const plots = [...document.querySelectorAll('.ep-plot canvas')];"
          + " return plots.length === 2 && plots.every(plot => plot.getContext('2d')"
          + ".getImageData(0, 0, plot.width, plot.height).data.some(value => value !== 0)); }";
  private static final String CHANGED =
      "before => document.getElementById('chain:facts').innerText !== before";

  private static Installation installation;
  private static RunningServer server;
  @RegisterExtension private static final Browsers BROWSERS = new Browsers();
  private static Stage stage;

  @BeforeAll
  static void found() throws IOException {
    installation =
        Installation.create("epochs")
            .with("EPIONE_BLOCK_RECORD_AGE", "PT100S")
            .with("EPIONE_BLOCK_CLOCK_SKEW", "PT5S")
            .with("EPIONE_BLOCK_EPOCH", "PT2M");
    server = installation.start();
    stage = World.stage(installation, PATIENCE);
    Hospital hospital = stage.data().hospital(CODE);
    Enrolment enrolment = new Enrolment(stage);
    enrolment.admit(hospital);
    enrolment.activateAdministrator(hospital);
    enrolment.inviteAuditor();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  private static PortalSession administrator() {
    return Role.ADMINISTRATOR.in(stage);
  }

  private static JsonObject first(PortalSession session) {
    return session.list(EPOCHS).getJsonObject(0);
  }

  private static EhrCommand ehr(String... words) {
    Map<String, String> settings = new HashMap<>(installation.environment());
    settings.put("EPIONE_USER", Role.ADMINISTRATOR.userName());
    settings.put("EPIONE_PASSWORD", stage.password(Role.ADMINISTRATOR.userName()));
    return EhrCommand.run(settings, words);
  }

  /** The clock closes the epoch, and then the system manager cosigns a head above it. */
  private static void awaitClosing() {
    stage
        .waiting()
        .untilTrue(
            "the closing of epoch 1",
            "the server's log for EHR-5040",
            () -> !first(administrator()).getString("state").equals("OPEN"));
    long records = first(administrator()).getJsonNumber("records").longValueExact();
    PortalSession stranger = stage.portal().stranger();
    NoteVerifier verifier = new NoteVerifier(World.crypto().ed25519());
    stage
        .waiting()
        .untilTrue(
            "the cosignature",
            LOG + "checkpoint",
            () -> {
              SignedNote note = SignedNote.parse(stranger.bytes(LOG + "checkpoint"));
              String witnesses =
                  new String(stranger.bytes(LOG + "witnesses"), StandardCharsets.UTF_8);
              return Checkpoint.parse(note.text()).size() > records
                  && witnesses
                      .lines()
                      .anyMatch(key -> verifier.cosigned(note, NoteKey.parse(key)).isPresent());
            });
  }

  private static void assertGone(String path, Path archive) {
    PortalAnswer answer = administrator().ask("GET", path, null);
    assertThat(answer.status()).as(path + ": " + answer.text()).isEqualTo(410);
    assertThat(answer.code()).isEqualTo("EHR-4602");
    assertThat(answer.text()).contains(String.valueOf(archive.getFileName()));
  }

  private void look(Role role, String page, String picture, String... texts) {
    try (BrowserVisit visit = BROWSERS.visit(installation)) {
      visit.signIn(role.userName(), stage.password(role.userName()));
      visit.open(page);
      assertThat(visit.text()).contains(texts);
      assertThat(visit.violations()).isEmpty();
      visit.picture(picture);
      assertThat(visit.complaints()).isEmpty();
    }
  }

  /** A page that stays open shows the closing by itself, its plots drawn again, its tables open. */
  private static void watchTheClosing() {
    try (BrowserVisit visit = BROWSERS.visit(installation)) {
      visit.signIn(Role.ADMINISTRATOR.userName(), stage.password(Role.ADMINISTRATOR.userName()));
      visit.open("administrator/chain.xhtml");
      assertThat(visit.text()).contains("Epochs", "Open", "Records in the last hour");
      visit.page().locator("details.ep-panel > summary").all().forEach(Locator::click);
      assertThat(visit.page().evaluate(DRAWN)).isEqualTo(true);
      assertThat(visit.violations()).isEmpty();
      visit.picture("chain-overview");
      String before = visit.element("chain:facts").innerText();
      awaitClosing();
      visit.page().waitForFunction(CHANGED, before);
      assertThat(visit.page().evaluate(DRAWN)).isEqualTo(true);
      assertThat(visit.page().locator("details[open]").count()).isEqualTo(2);
      assertThat(visit.complaints()).isEmpty();
    }
  }

  @Test
  void epoch_shouldBeArchivedByTheCommand_andItsRecordsDeletedOnlyByTheWholeFile(
      @TempDir Path folder) throws IOException {
    Path archive = folder.resolve("hospital-a-epoch-1.chain");
    Path export = folder.resolve("rest.chain");
    watchTheClosing();
    byte[] bundle = administrator().bytes(LOG + "tile/entries/000.p/1");
    Digest record = LedgerRecord.decode(EntryBundle.decode(bundle).get(0)).id();

    EhrCommand written = ehr("archive-epoch", CODE, "1", archive.toString());

    assertThat(written.status()).as(written.said()).isZero();
    assertThat(written.said()).contains("VALID: epoch 1 of HOSPITAL-A", "--delete");
    EhrCommand checked = ehr("verify-chain", archive.toString());
    assertThat(checked.status()).as(checked.said()).isZero();
    // The virtual machine may say first which options it was given.
    assertThat(checked.said().lines()).anyMatch(line -> line.startsWith("VALID: "));
    look(
        Role.ADMINISTRATOR,
        "administrator/chain.xhtml",
        "epochs-closed",
        "Closed",
        "./ehr archive-epoch HOSPITAL-A 1");

    byte[] whole = Files.readAllBytes(archive);
    byte[] altered = whole.clone();
    altered[altered.length / 2] ^= 1;
    Files.write(archive, altered);
    EhrCommand refused = ehr("archive-epoch", CODE, "1", archive.toString(), "--delete", "--yes");
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.said()).contains("NOT VALID", "Nothing was deleted.");
    assertThat(first(administrator()).getString("state")).isEqualTo("CLOSED");
    Files.write(archive, whole);

    EhrCommand deleted = ehr("archive-epoch", CODE, "1", archive.toString(), "--delete", "--yes");

    assertThat(deleted.status()).as(deleted.said()).isZero();
    assertThat(first(Role.AUDITOR.in(stage)).getString("state")).isEqualTo("ARCHIVED");
    EhrCommand again = ehr("archive-epoch", CODE, "1", archive.toString(), "--delete", "--yes");
    assertThat(again.status()).as(again.said()).isZero();
    EhrCommand exported = ehr("export-chain", CODE, export.toString());
    assertThat(exported.status()).as(exported.said()).isZero();
    EhrCommand verified = ehr("verify-chain", archive.toString(), export.toString());
    assertThat(verified.status()).as(verified.said()).isZero();

    assertGone(LOG + "tile/entries/000.p/1", archive);
    assertGone("api/chains/" + CODE + "/records/" + record.hex() + "/proof", archive);
    assertGone(EPOCHS + "/1/archive", archive);
    PortalSession stranger = stage.portal().stranger();
    assertThat(stranger.bytes(LOG + "tile/0/000.p/1")).hasSize(Digest.LENGTH);
    assertThat(SignedNote.parse(stranger.bytes(LOG + "checkpoint")).text()).contains(CODE);
    for (Role role : List.of(Role.ADMINISTRATOR, Role.AUDITOR)) {
      look(
          role,
          role == Role.AUDITOR ? "auditor/chains.xhtml" : "administrator/chain.xhtml",
          "epochs-archived-" + role,
          "Archived",
          "hospital-a-epoch-1.chain",
          stage.data().hospital(CODE).administrator().displayName());
    }
  }
}

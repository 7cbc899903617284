package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.epione.demo.Stage;
import org.epione.demo.client.Episode;
import org.epione.demo.client.PortalAnswer;
import org.epione.demo.client.PortalSession;
import org.epione.ledger.record.RecordType;
import org.epione.ledger.verification.ChainVerifier;
import org.epione.ledger.verification.ProgressListener;
import org.epione.ledger.verification.VerificationReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A doctor changes her signing key in the middle of an episode, in browsers: what she began is
 * finished with the key before, the next is signed with the new one, and the chain verifies.
 */
class SigningKeyIT {
  private static final String DOCTOR = "greta.holm";
  private static final String NAME = "Greta Holm";
  private static final String KEY = "doctor/key.xhtml";
  private static final String FINGERPRINT = "state:fingerprint";

  @RegisterExtension private static final Browsers BROWSERS = new Browsers();

  private final World world = World.played();
  private final Stage stage = world.stage();
  private final SoleDoctor treatment = new SoleDoctor(world, DOCTOR, NAME);

  @Test
  void key_shouldBeAnother_andWhatBeganBeforeBeFinished() throws IOException {
    new OwnDoctor(world, DOCTOR, NAME, "Neurology").enrol();
    Episode begun = treatment.turn("Dizzy since this morning", "404640003");
    RecordSharing sharing =
        new RecordSharing(stage, DOCTOR, "ken.barton", world.episode("chest-pain"));
    String granted = sharing.readable();
    String before;
    try (BrowserVisit visit = BROWSERS.as(world, DOCTOR);
        BrowserVisit other = BROWSERS.as(world, DOCTOR)) {
      visit.open(KEY);
      assertThat(visit.violations()).isEmpty();
      before = visit.element(FINGERPRINT).innerText();
      visit.picture("doctor-key");
      other.open(KEY);
      dialog(visit);
      assertThat(visit.violations()).isEmpty();
      visit.picture("doctor-key-dialog");
      visit.element("changeForm:password").fill("not-her-password");
      visit.press("changeForm:confirm");
      assertThat(visit.element("changeForm").innerText()).contains("password is wrong");
      visit.element("changeForm:password").fill(stage.password(DOCTOR));
      visit.element("changeForm:confirm").dblclick();
      visit.settle();
      assertThat(visit.text()).contains("on its way to the chain");
      visit.picture("doctor-key-submitted");
      visit.until(KEY, () -> !visit.element(FINGERPRINT).innerText().equals(before));
      assertThat(visit.text()).contains("One key from before is kept");
      assertThat(visit.violations()).isEmpty();
      visit.picture("doctor-key-changed");
      String now = visit.element(FINGERPRINT).innerText();

      // The page in the other window shows the key before, and does not change another one.
      dialog(other);
      other.element("changeForm:password").fill(stage.password(DOCTOR));
      other.press("changeForm:confirm");
      assertThat(other.element("changeForm").innerText()).contains("another one than this page");
      other.page().reload();
      other.settle();
      assertThat(other.element(FINGERPRINT).innerText()).isEqualTo(now);
      visit.open("doctor/inbox.xhtml");
      visit.page().goBack();
      visit.settle();
      assertThat(visit.element(FINGERPRINT).innerText()).isEqualTo(now);
      assertThat(visit.complaints()).isEmpty();
    }
    assertThat(sharing.read(granted).state()).as("granted before").isEqualTo("DELIVERED");
    assertThat(sharing.read(sharing.readable()).state()).isEqualTo("DELIVERED");
    finish(begun, "A vestibular neuritis.");
    finish(treatment.turn("Dizzy again", "404640003"), "Better than last week.");
    VerificationReport report =
        new ChainVerifier(World.crypto())
            .verify(
                new ByteArrayInputStream(stage.auditor().exportChain("HOSPITAL-A")),
                ProgressListener.NONE);
    assertThat(report.fault()).isEmpty();
    assertThat(report.counts()).containsEntry(RecordType.DOCTOR_KEY_CHANGED, 1L);
    try (BrowserVisit visit = BROWSERS.as(world, Role.AUDITOR.userName())) {
      visit.open("auditor/episode.xhtml?hospital=HOSPITAL-A&id=" + begun.id());
      assertThat(visit.text()).contains(NAME);
      visit.picture("auditor-key-changed");
    }
    refuse();
  }

  private static void dialog(BrowserVisit visit) {
    visit.element("state:change").click();
    visit.element("changeForm:password").waitFor();
  }

  private void finish(Episode episode, String text) {
    stage.doctor(DOCTOR).sign(episode.id(), text, stage.password(DOCTOR));
    stage
        .waiting()
        .untilTrue(
            "the final record",
            "the episode",
            () -> treatment.now(episode).state().equals("FINAL"));
  }

  /** Over REST, and by whom it is not for. */
  private void refuse() {
    PortalSession session = stage.doctor(DOCTOR).session();
    String shown = session.get("api/signing-key").getString("fingerprint");
    assertThat(change(session, shown, "not-her-password").status()).isEqualTo(403);
    assertThat(change(session, "00", stage.password(DOCTOR)).text()).contains("EHR-4894");
    assertThat(session.ask("POST", "api/signing-key/change", null).status()).isEqualTo(400);
    assertThat(session.get("api/signing-key").getString("fingerprint")).isEqualTo(shown);
    PortalSession registrar = Role.REGISTRAR.in(stage);
    assertThat(registrar.ask("GET", "api/signing-key", null).status()).isEqualTo(403);
    assertThat(change(registrar, shown, stage.password(DOCTOR)).status()).isEqualTo(403);
  }

  private static PortalAnswer change(PortalSession session, String fingerprint, String password) {
    JsonObject body =
        Json.createObjectBuilder()
            .add("fingerprint", fingerprint)
            .add("password", password)
            .build();
    return session.ask("POST", "api/signing-key/change", body);
  }

  @Test
  void change_shouldNotHappen_whenTheSessionEndsInTheDialog() {
    new OwnDoctor(world, DOCTOR, NAME, "Neurology").enrol();
    try (BrowserVisit visit = BROWSERS.as(world, DOCTOR)) {
      visit.open(KEY);
      String before = visit.element(FINGERPRINT).innerText();
      dialog(visit);
      visit.element("changeForm:password").fill(stage.password(DOCTOR));
      visit.endSession();
      visit.press("changeForm:confirm");
      visit.page().waitForURL(address -> !address.contains("doctor/key"));
      visit.settle();
      visit.signIn(DOCTOR, stage.password(DOCTOR));
      visit.open(KEY);
      assertThat(visit.element(FINGERPRINT).innerText()).isEqualTo(before);
      assertThat(visit.text()).doesNotContain("on its way");
    }
  }
}

package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.epione.demo.Stage;
import org.epione.demo.client.DoctorDesk;
import org.epione.demo.client.Episode;
import org.epione.demo.client.PortalAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A doctor attaches files in a browser while the connection breaks and pages are loaded again; the
 * patient, and a doctor elsewhere to whom she consents, get them byte for byte.
 */
class AttachmentIT {
  private static final String ELSEWHERE = "tendai.marchetti";
  private static final int SIZE = 21_000_000;

  @RegisterExtension private static final Browsers BROWSERS = new Browsers();

  @TempDir private Path folder;

  private final World world = World.played();
  private final Stage stage = world.stage();
  private final SoleDoctor episodes = new SoleDoctor(world);
  private byte[] scan = new byte[0];
  private Path file = Path.of("");
  private Path photo = Path.of("");

  @BeforeEach
  void write() throws IOException {
    scan = content("%PDF-1.7\n", SIZE);
    file = Files.write(folder.resolve("MRI of the knee, left.pdf"), scan);
    photo = Files.write(folder.resolve("x-ray.png"), content("\u0089PNG\r\n\u001a\n", 70_000));
  }

  private static byte[] content(String begin, int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    byte[] mark = begin.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(mark, 0, bytes, 0, mark.length);
    return bytes;
  }

  @Test
  void files_shouldReachPatientAndDoctorElsewhere_whenTheUploadBrokeAndThePageWasLoadedAgain()
      throws IOException {
    Episode episode = episodes.turn("Knee pain", "30989003");
    try (BrowserVisit visit = BROWSERS.as(world, SoleDoctor.DOCTOR)) {
      visit.open("doctor/turn.xhtml?episode=" + episode.id());
      assertThat(visit.text()).contains("Nothing is attached.");
      assertThat(visit.violations()).isEmpty();
      visit.picture("attachment-1-none");
      breakOff(visit);
      goOnWithAnother(visit);
      goOn(visit);
      visit.element("attachFiles").setInputFiles(photo);
      said(visit, "Attached: x-ray.png");
      row(visit, "x-ray.png").locator("text=Encrypted").waitFor();
      visit.element("attachFiles").setInputFiles(note());
      visit.page().locator("#attachProblem:has-text('EHR-3040')").waitFor();
      assertThat(visit.violations()).isEmpty();
      visit.picture("attachment-5-refused");
      assertThat(row(visit, "note").count()).isZero();
      visit.complaints().clear();
      remove(visit);
      assertThat(saved(visit, row(visit, "MRI of the knee"))).isEqualTo(scan);
      sign(visit);
    }
    stage
        .waiting()
        .untilTrue("FINAL", "the episode", () -> episodes.now(episode).state().equals("FINAL"));
    readAsPatient(episode);
    readElsewhere(episode);
  }

  /** The connection breaks after two slices, and the page is left. */
  private void breakOff(BrowserVisit visit) {
    AtomicInteger slices = new AtomicInteger();
    visit
        .page()
        .route(
            "**/attachments/*",
            route -> {
              boolean slice = route.request().method().equals("PATCH");
              if (slice && slices.incrementAndGet() > 2) {
                route.abort("internetdisconnected");
              } else {
                route.resume(new Route.ResumeOptions());
              }
            });
    visit.element("attachFiles").setInputFiles(file);
    visit.page().locator("#attachProblem:has-text('does not answer')").waitFor();
    assertThat(visit.element("attachNow").innerText()).contains("39 %");
    assertThat(visit.violations()).isEmpty();
    visit.picture("attachment-2-broken");
    visit.page().unroute("**/attachments/*");
    visit.page().onceDialog(Dialog::accept);
    visit.page().reload();
    visit.settle();
    visit.complaints().clear();
    assertThat(row(visit, "MRI of the knee").innerText()).contains("39 % have arrived");
    assertThat(visit.violations()).isEmpty();
    visit.picture("attachment-3-go-on");
    visit.element("write:text").fill("Torn meniscus, see the images.");
    visit.press("write:prepare");
    assertThat(visit.element("messages").innerText()).contains("EHR-3046");
  }

  private void goOnWithAnother(BrowserVisit visit) throws IOException {
    byte[] other = scan.clone();
    other[5_000_000]++;
    choose(visit, Files.write(folder.resolve("other.pdf"), other));
    visit.page().locator("#attachProblem:has-text('EHR-3045')").waitFor();
    visit.complaints().clear();
  }

  private void goOn(BrowserVisit visit) {
    choose(visit, file);
    said(visit, "Attached: MRI of the knee, left.pdf");
    row(visit, "MRI of the knee").locator("text=Encrypted").waitFor();
    assertThat(visit.complaints()).isEmpty();
    assertThat(visit.violations()).isEmpty();
    visit.picture("attachment-4-attached");
  }

  private static void choose(BrowserVisit visit, Path again) {
    FileChooser chooser =
        visit
            .page()
            .waitForFileChooser(
                () -> row(visit, "MRI of the knee").locator("[data-go-on]").click());
    chooser.setFiles(again);
  }

  private void remove(BrowserVisit visit) {
    row(visit, "x-ray").locator("[data-remove]").click();
    visit.element("attachRemove").waitFor();
    assertThat(visit.element("attachRemove").innerText()).contains("x-ray.png");
    assertThat(visit.violations()).isEmpty();
    visit.picture("attachment-6-remove");
    visit.element("attachRemoveNo").click();
    assertThat(row(visit, "x-ray").count()).isEqualTo(1);
    row(visit, "x-ray").locator("[data-remove]").click();
    visit.element("attachRemoveYes").click();
    said(visit, "Removed");
    visit.page().waitForCondition(() -> row(visit, "x-ray").count() == 0);
  }

  private void sign(BrowserVisit visit) {
    visit.press("write:prepare");
    visit.element("sign").locator(".ep-files").waitFor();
    assertThat(visit.element("sign").innerText())
        .contains("Attachments that you sign")
        .contains("MRI of the knee, left.pdf")
        .contains("20.0 MiB");
    assertThat(visit.violations()).isEmpty();
    visit.picture("attachment-7-signing");
    visit.element("sign:password").fill(stage.password(SoleDoctor.DOCTOR));
    visit.press("sign:submit");
    visit.page().waitForURL(address -> address.contains("inbox"));
    assertThat(visit.complaints()).isEmpty();
  }

  private void readAsPatient(Episode episode) {
    try (BrowserVisit visit = BROWSERS.as(world, SoleDoctor.PATIENT)) {
      visit.open("patient/record.xhtml?id=" + episode.id());
      Locator row = row(visit, "MRI of the knee");
      row.waitFor();
      assertThat(saved(visit, row)).isEqualTo(scan);
      assertThat(row.innerText()).contains("It is exactly what was signed.");
      assertThat(visit.violations()).isEmpty();
      visit.picture("attachment-8-patient");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private void readElsewhere(Episode episode) {
    DoctorDesk elsewhere = stage.doctor(ELSEWHERE);
    RecordSharing sharing = new RecordSharing(stage, ELSEWHERE, SoleDoctor.PATIENT, episode);
    String request = sharing.readable();
    String reading = sharing.read(request).id();
    String address = "api/readings/" + reading + "/attachments/1";
    for (String method : List.of("POST", "GET")) {
      PortalAnswer refused = stage.doctor(SoleDoctor.DOCTOR).session().ask(method, address, null);
      assertThat(refused.code()).as(method + " by another doctor").isEqualTo("EHR-1002");
    }
    try (BrowserVisit visit = BROWSERS.as(world, ELSEWHERE)) {
      visit.open("doctor/shared-record.xhtml?reading=" + reading);
      Locator row = row(visit, "MRI of the knee");
      row.waitFor();
      assertThat(saved(visit, row)).isEqualTo(scan);
      assertThat(visit.violations()).isEmpty();
      visit.picture("attachment-9-elsewhere");
      assertThat(visit.complaints()).isEmpty();
    }
    stage.patient(SoleDoctor.PATIENT).withdraw(request, stage.password(SoleDoctor.PATIENT));
    stage
        .waiting()
        .untilTrue(
            "the refusal",
            "the reading",
            () -> !elsewhere.session().ask("POST", address, null).accepted());
  }

  private byte[] saved(BrowserVisit visit, Locator row) {
    Download download =
        visit.page().waitForDownload(() -> row.locator("button[data-file]").click());
    assertThat(download.suggestedFilename()).isEqualTo("MRI of the knee, left.pdf");
    try {
      return Files.readAllBytes(download.path());
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  private Path note() throws IOException {
    return Files.writeString(folder.resolve("note.pdf"), "<script>alert(1)</script>");
  }

  private static void said(BrowserVisit visit, String words) {
    visit.page().locator("#attachState:has-text('" + words + "')").waitFor();
  }

  private static Locator row(BrowserVisit visit, String name) {
    return visit.page().locator("main .ep-files > li", new Page.LocatorOptions().setHasText(name));
  }
}

package org.epione.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.epione.attachment.boundary.Download;
import org.epione.attachment.boundary.UploadView;
import org.epione.attachment.control.UploadWork;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.KeySession;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.team.boundary.TurnAttachments;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random acts on one upload, against a model that holds nothing but how many bytes have arrived:
 * after each the server says the same, whatever came twice, too early, damaged or after a restart.
 */
class UploadStatesTest {

  private static final int SLICE = UploadWork.SLICE;
  private static final byte[] FILE = AttachmentPathTest.pdf(2 * SLICE + 777);

  @TempDir private Path home;

  /** What should have happened so far. */
  private static final class Model {
    private long received;
    private boolean complete;
    private boolean removed;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void upload_shouldBeWhatTheModelSays_afterAnyActs(long seed) throws Exception {
    Random random = new Random(seed);
    try (Clinic clinic = new Clinic(home, 1)) {
      Treatment treatment = new Treatment(clinic);
      String episode = treatment.open();
      treatment.authorise(episode);
      Doctor doctor = new Doctor(clinic, treatment, episode);
      UploadView begun = doctor.begin();
      Model model = new Model();
      List<String> acts = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        act(doctor, begun.id(), model, random, acts);
        check(doctor, begun.id(), model, acts);
      }
      if (model.complete && !model.removed) {
        try (Download download = doctor.open(begun.number())) {
          assertThat(download.content().readAllBytes()).isEqualTo(FILE);
        }
      }
    }
  }

  private static void act(
      Doctor doctor, String upload, Model model, Random random, List<String> acts)
      throws Exception {
    switch (random.nextInt(12)) {
      case 0, 1, 2 -> {
        acts.add("next");
        long at = model.received;
        byte[] slice = slice(at);
        boolean open = !model.complete && !model.removed && slice.length > 0;
        ErrorCode refused = expected(model, slice.length > 0 ? null : ErrorCode.SLICE_DAMAGED);
        assertThat(code(() -> doctor.append(upload, at, slice))).isEqualTo(refused);
        if (open) {
          model.received += slice.length;
        }
      }
      case 3, 4 -> {
        acts.add("other offset");
        long at = (long) (random.nextInt(4) - 1) * SLICE + random.nextInt(2);
        if (at != model.received) {
          assertThat(code(() -> doctor.append(upload, at, slice(Math.max(0, at)))))
              .isEqualTo(expected(model, ErrorCode.UPLOAD_OUT_OF_STEP));
        }
      }
      case 5, 6 -> {
        acts.add("damaged");
        byte[] slice = slice(model.received);
        boolean shorter = slice.length > 0 && random.nextBoolean();
        byte[] damaged = Arrays.copyOf(slice, slice.length + (shorter ? -1 : 1));
        assertThat(code(() -> doctor.append(upload, model.received, damaged)))
            .isEqualTo(expected(model, ErrorCode.SLICE_DAMAGED));
      }
      case 7 -> {
        acts.add("restart");
        doctor.restart();
      }
      case 8 -> {
        acts.add("resume");
        assertThat(code(() -> doctor.resume(upload, model.received, FILE)))
            .isEqualTo(expected(model, null));
        byte[] other = FILE.clone();
        other[0]++;
        if (model.received > 0) {
          assertThat(code(() -> doctor.resume(upload, model.received, other)))
              .isEqualTo(expected(model, ErrorCode.OTHER_FILE));
        }
      }
      case 9, 10 -> {
        acts.add("complete");
        boolean all = model.received == FILE.length;
        ErrorCode refused =
            model.removed ? ErrorCode.NOT_FOUND : all ? null : ErrorCode.UPLOAD_UNFINISHED;
        assertThat(code(() -> doctor.complete(upload))).isEqualTo(refused);
        model.complete |= refused == null;
      }
      default -> {
        if (random.nextInt(12) == 0) {
          acts.add("remove");
          assertThat(code(() -> doctor.remove(upload)))
              .isEqualTo(model.removed ? ErrorCode.NOT_FOUND : null);
          model.removed = true;
        }
      }
    }
  }

  private static @Nullable ErrorCode expected(Model model, @Nullable ErrorCode whileOpen) {
    if (model.removed) {
      return ErrorCode.NOT_FOUND;
    }
    return model.complete ? ErrorCode.UPLOAD_OUT_OF_STEP : whileOpen;
  }

  private static void check(Doctor doctor, String upload, Model model, List<String> acts)
      throws Exception {
    List<UploadView> all = doctor.all();
    if (model.removed) {
      assertThat(all).as(acts.toString()).isEmpty();
      return;
    }
    assertThat(all).as(acts.toString()).singleElement();
    assertThat(all.get(0).id()).isEqualTo(upload);
    assertThat(all.get(0).received()).as(acts.toString()).isEqualTo(model.received);
    assertThat(all.get(0).complete()).as(acts.toString()).isEqualTo(model.complete);
  }

  private static byte[] slice(long offset) {
    int from = (int) Math.min(offset, FILE.length);
    return Arrays.copyOfRange(FILE, from, Math.min(FILE.length, from + SLICE));
  }

  private static @Nullable ErrorCode code(Callable<?> act) throws Exception {
    try {
      act.call();
      return null;
    } catch (RefusedException refused) {
      return refused.code();
    }
  }

  /** The doctor of the first place. */
  private static final class Doctor {
    private final Clinic clinic;
    private final Treatment treatment;
    private final String episode;
    private KeySession keys;

    Doctor(Clinic clinic, Treatment treatment, String episode) {
      this.clinic = clinic;
      this.treatment = treatment;
      this.episode = episode;
      this.keys = treatment.keys(1);
    }

    private <T> T as(Callable<T> act) throws Exception {
      return clinic.as(treatment.doctor(1), act);
    }

    private TurnAttachments attachments() {
      return clinic.bean(TurnAttachments.class);
    }

    void restart() throws Exception {
      clinic.container.restart();
      keys = clinic.open(treatment.doctor(1).account());
    }

    UploadView begin() throws Exception {
      return as(() -> attachments().begin(keys, episode, "a.pdf", "application/pdf", FILE.length));
    }

    UploadView append(String upload, long offset, byte[] slice) throws Exception {
      return as(
          () -> attachments().append(keys, episode, upload, offset, Digest.of(slice).hex(), slice));
    }

    UploadView resume(String upload, long received, byte[] file) throws Exception {
      List<String> digests = new ArrayList<>();
      for (long at = 0; at < received; at += SLICE) {
        digests.add(
            Digest.of(Arrays.copyOfRange(file, (int) at, (int) Math.min(file.length, at + SLICE)))
                .hex());
      }
      return as(() -> attachments().resume(keys, episode, upload, digests));
    }

    UploadView complete(String upload) throws Exception {
      return as(() -> attachments().complete(keys, episode, upload));
    }

    boolean remove(String upload) throws Exception {
      return as(
          () -> {
            attachments().remove(keys, episode, upload);
            return true;
          });
    }

    List<UploadView> all() throws Exception {
      return as(() -> attachments().all(keys, episode));
    }

    Download open(int number) throws Exception {
      return as(() -> attachments().open(keys, episode, number));
    }
  }
}

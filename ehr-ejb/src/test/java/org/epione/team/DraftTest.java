package org.epione.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.epione.custody.boundary.KeySession;
import org.epione.custody.boundary.PersonKeys;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.team.boundary.KeptDraft;
import org.epione.team.boundary.RefusalView;
import org.epione.team.boundary.SigningView;
import org.epione.team.boundary.TurnView;
import org.epione.team.boundary.Turns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a doctor has written and not signed yet. */
class DraftTest {

  private static final String HALF = "half a senten";

  @TempDir private Path home;

  private Clinic clinic;
  private Treatment treatment;
  private Turns turns;
  private String id;

  @BeforeEach
  void open() throws Exception {
    clinic = new Clinic(home, 2);
    treatment = new Treatment(clinic);
    turns = clinic.bean(Turns.class);
    id = treatment.open();
    treatment.authorise(id);
  }

  @AfterEach
  void close() {
    clinic.close();
  }

  @Test
  void draft_shouldBeThere_whenTheDoctorSignsInAgain() throws Exception {
    save(0, HALF);
    clinic.bean(PersonKeys.class).close(treatment.keys(1));
    TurnView again = readWith(clinic.open(treatment.doctor(1).account()));
    assertThat(again.draft()).isEqualTo(HALF);
    assertThat(again.draftVersion()).isEqualTo(1);
    assertThat(again.draftAt()).isPresent();
  }

  @Test
  void save_shouldBeRefusedAndOverwriteNothing_whenAnotherWindowSavedAfterwards() throws Exception {
    assertThat(save(0, HALF).version()).isEqualTo(1);
    refused(ErrorCode.DRAFT_NEWER, () -> save(0, "of the older window"));
    refused(ErrorCode.DRAFT_NEWER, () -> prepare(0, "of the older window"));
    assertThat(treatment.read(id, 1).draft()).isEqualTo(HALF);
    assertThat(save(1, "goes on").version()).isEqualTo(2);
  }

  @Test
  void save_shouldBeRefused_whenTheOtherWindowEmptiedTheText() throws Exception {
    save(0, HALF);
    save(1, " ");
    refused(ErrorCode.DRAFT_NEWER, () -> save(1, "of the older window"));
    assertThat(treatment.read(id, 1).draft()).isEmpty();
    assertThat(treatment.inbox(1)).singleElement().matches(entry -> !entry.draft());
  }

  @Test
  void save_shouldChangeNothing_whenItsAnswerWasLostAndItComesAgain() throws Exception {
    KeptDraft first = save(0, HALF);
    assertThat(save(0, HALF)).isEqualTo(first);
    SigningView shown = prepare(0, HALF);
    assertThat(shown.draftVersion()).isEqualTo(first.version());
    assertThat(prepare(1, HALF).contentDigest()).isEqualTo(shown.contentDigest());
  }

  @Test
  void save_shouldBeRefused_whenTheTextIsTooLong() {
    refused(ErrorCode.DIAGNOSIS_UNUSABLE, () -> save(0, "x".repeat(32 * 1024 + 1)));
  }

  @Test
  void save_shouldBeRefused_whenTheTurnIsAnothers() {
    refused(
        ErrorCode.NOT_YOUR_TURN,
        () ->
            clinic.as(
                treatment.doctor(2),
                () -> turns.saveDraft(treatment.keys(2), id, 1, 0, "not mine")));
  }

  @Test
  void draft_shouldOpenForNobodyElse_whenItIsStolenOrMoved() throws Exception {
    save(0, HALF);
    byte[] stolen = sealedDraft();
    assertThat(new String(stolen, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("senten");
    treatment.sign(id, 1, "one");
    replaceDraft(2, stolen);
    TurnView view = treatment.read(id, 2);
    assertThat(view.draft()).isEmpty();
    assertThat(view.draftReadable()).isFalse();
    assertThat(treatment.episode(id).refusals())
        .extracting(RefusalView::kind)
        .contains("team.draft");
  }

  @Test
  void draft_shouldNotOpen_whenAnOlderOneIsPutInItsPlace() throws Exception {
    save(0, HALF);
    byte[] old = sealedDraft();
    save(1, "the newer text");
    replaceDraft(1, old);
    assertThat(treatment.read(id, 1).draftReadable()).isFalse();
    assertThat(save(2, "written again").version()).isEqualTo(3);
    assertThat(treatment.read(id, 1).draft()).isEqualTo("written again");
  }

  @Test
  void draft_shouldEnd_whenTheTurnIsSigned() throws Exception {
    save(0, HALF);
    treatment.sign(id, 1, "one");
    assertThat(treatment.count("select count(*) from team_turn where sealed_draft is not null"))
        .isZero();
    refused(ErrorCode.NOT_YOUR_TURN, () -> save(1, "too late"));
  }

  @Test
  void draft_shouldBeginWithWhatWasSigned_whenTheTurnCameBack() throws Exception {
    treatment.sign(id, 1, "wrong side");
    treatment.sendBack(id, 2, "left, not right?");
    TurnView again = treatment.read(id, 1);
    assertThat(again.draft()).isEqualTo("wrong side");
    assertThat(again.draftVersion()).isZero();
    clinic.as(
        treatment.doctor(1),
        () -> turns.saveDraft(treatment.keys(1), id, again.step(), 0, "right side"));
    assertThat(treatment.read(id, 1).draft()).isEqualTo("right side");
  }

  private KeptDraft save(int version, String text) throws Exception {
    return clinic.as(
        treatment.doctor(1), () -> turns.saveDraft(treatment.keys(1), id, 1, version, text));
  }

  private SigningView prepare(int version, String text) throws Exception {
    return clinic.as(
        treatment.doctor(1), () -> turns.prepare(treatment.keys(1), id, 1, version, text));
  }

  private TurnView readWith(KeySession session) throws Exception {
    return clinic.as(treatment.doctor(1), () -> turns.open(session, id));
  }

  private byte[] sealedDraft() throws Exception {
    try (Connection connection = clinic.container.dataSource().getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select sealed_draft from team_turn where sealed_draft is not null");
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getBytes(1);
    }
  }

  private void replaceDraft(int step, byte[] sealed) throws Exception {
    try (Connection connection = clinic.container.dataSource().getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "update team_turn set sealed_draft = ?, draft_at = 0 where step = ?")) {
      update.setBytes(1, sealed);
      update.setInt(2, step);
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  private static void refused(ErrorCode code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            RefusedException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}

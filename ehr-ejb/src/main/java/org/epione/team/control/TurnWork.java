package org.epione.team.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.epione.account.boundary.Caller;
import org.epione.attachment.boundary.Attachment;
import org.epione.attachment.boundary.AttachmentOwner;
import org.epione.attachment.boundary.Uploads;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.custody.boundary.KeySession;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.Will;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.record.boundary.Contribution;
import org.epione.team.boundary.KeptDraft;
import org.epione.team.boundary.LeftOutView;
import org.epione.team.boundary.PartFault;
import org.epione.team.boundary.PartView;
import org.epione.team.boundary.Refusals;
import org.epione.team.boundary.SignedPart;
import org.epione.team.boundary.SigningView;
import org.epione.team.boundary.TurnEntry;
import org.epione.team.boundary.TurnView;
import org.epione.team.entity.Episode;
import org.epione.team.entity.TeamMember;
import org.epione.team.entity.Turn;
import org.epione.team.entity.TurnState;

/** What a doctor does with a turn, behind {@code Turns}; access was decided there. */
@ApplicationScoped
public class TurnWork {

  /** For how long a doctor is told that she was left out. */
  private static final Duration TOLD_FOR = Duration.ofDays(30);

  @Inject private EpisodeStore episodes;
  @Inject private EpisodeSecrets secrets;
  @Inject private EpisodeViews views;
  @Inject private TurnDesk desk;
  @Inject private Signing signing;
  @Inject private HandOver handOver;
  @Inject private Returns returns;
  @Inject private LostTurns lostTurns;
  @Inject private TeamSettings settings;
  @Inject private Drafts drafts;
  @Inject private TeamChanges changes;
  @Inject private Clock clock;
  @EJB private PersonKeys personKeys;
  @EJB private Refusals refusals;
  @EJB private Uploads uploads;

  /** The open turns, the most urgent first. */
  public List<TurnEntry> inbox(Caller caller) {
    return episodes.openTurns(caller.accountId().toString()).stream().map(this::entry).toList();
  }

  /** Whether the caller has a place in the episode's team. */
  public boolean isOfTeam(Caller caller, String episodeId) {
    return episodes.member(episodeId, caller.accountId().toString()).isPresent();
  }

  /** Whether the caller had a place in a team that went on without her. */
  public boolean isLeftOut(Caller caller, String episodeId) {
    return !isOfTeam(caller, episodeId)
        && episodes.places(episodeId, caller.accountId().toString()).stream()
            .anyMatch(place -> place.epoch() < present(episodeId));
  }

  private int present(String episodeId) {
    return episodes.find(episodeId).map(Episode::epoch).orElse(0);
  }

  /** The teams that went on without the caller lately, the latest first. */
  public List<LeftOutView> leftOut(Caller caller) {
    Instant since = clock.instant().minus(TOLD_FOR);
    return episodes.leftOut(caller.accountId().toString()).stream()
        .filter(place -> !isOfTeam(caller, place.episodeId()))
        .flatMap(place -> views.leftOut(place).stream())
        .filter(told -> told.at().isAfter(since))
        .sorted(Comparator.comparing(LeftOutView::at).reversed())
        .toList();
  }

  /** How many turns are open. */
  public long waiting(Caller caller) {
    return episodes.openTurns(caller.accountId().toString()).size();
  }

  private TurnEntry entry(Turn turn) {
    Episode episode = episodes.find(turn.episodeId()).orElseThrow();
    List<TeamMember> team = episodes.members(episode.id());
    return new TurnEntry(
        episode.id(),
        turn.step(),
        episode.reference(),
        secrets.open(episode).facts().name(),
        turn.place(),
        team.size(),
        turn.openedAt(),
        turn.dueAt(),
        clock.instant().isAfter(turn.dueAt()),
        team.get(turn.place() - 1).sealedBriefing().isPresent(),
        turn.sealedReason().isPresent(),
        turn.sealedDraft().isPresent(),
        Addenda.reference(episode),
        lostTurns.of(episode).values().stream().min(Comparator.naturalOrder()));
  }

  /** Opens, verifies and decrypts. */
  public TurnView open(Caller caller, KeySession session, String episodeId) {
    try (OpenTurn turn = desk.open(caller, session, episodeId, Optional.empty())) {
      Episode episode = turn.episode();
      Drafts.Draft draft = readable(drafts.open(session, turn.turn()), turn.turn());
      PatientFacts facts = turn.briefing().facts();
      return new TurnView(
          episode.id(),
          turn.turn().step(),
          episode.reference(),
          turn.place(),
          views.team(episode),
          new TurnView.PatientView(
              facts.name(), facts.birthDate(), facts.complaint(), facts.symptomCode()),
          Addenda.reference(episode),
          before(turn),
          turn.turn()
              .sealedReason()
              .map(
                  reason ->
                      new String(
                          turn.key(turn.turn().epoch())
                              .open(GroupKey.Kind.REASON, turn.place(), reason),
                          StandardCharsets.UTF_8)),
          turn.turn().draftVersion() == 0 ? turn.former().orElse("") : draft.text(),
          turn.turn().draftVersion(),
          turn.turn().draftAt(),
          draft.isReadable(),
          uploads.all(session, turn.held().owner()),
          turn.turn().dueAt(),
          turn.warrant().notAfter(),
          turn.isLast(),
          Math.max(0, settings.resignLimit() - episode.timesReturned()),
          views.voidParts(episode),
          views.changes(episode));
    }
  }

  private static List<PartView> before(OpenTurn turn) {
    List<PartView> parts = new ArrayList<>();
    for (int i = 0; i < turn.statements().size(); i++) {
      parts.add(
          new PartView(
              i + 1,
              turn.members().get(i).doctorName(),
              turn.statements().get(i).time(),
              turn.contributions().get(i).text(),
              turn.contributions().get(i).attachments().stream().map(Attachment::view).toList()));
    }
    return parts;
  }

  /**
   * A draft that is there and does not open is noted, and does not keep the doctor from writing.
   */
  private Drafts.Draft readable(Drafts.Draft draft, Turn turn) {
    if (!draft.isReadable()) {
      refusals.note(
          turn.episodeId() + "-" + turn.step() + "-" + turn.draftVersion(),
          turn.episodeId(),
          "team.draft",
          PartFault.ALTERED_TEXT.name());
    }
    return draft;
  }

  /** Keeps unfinished text; that needs no warrant, so that one which ends takes no text along. */
  public KeptDraft saveDraft(
      Caller caller, KeySession session, String episodeId, int step, int version, String text) {
    return drafts.keep(session, desk.hold(caller, episodeId, Optional.of(step)), version, text);
  }

  /** The version that is kept for the caller's turn. */
  public int draftVersion(Caller caller, String episodeId) {
    return desk.hold(caller, episodeId, Optional.empty()).turn().draftVersion();
  }

  /** Keeps the text, with the salt that will be signed, and shows what signing means. */
  public SigningView prepare(
      Caller caller, KeySession session, String episodeId, int step, int version, String text) {
    requireAttachmentsReady(caller, session, episodeId);
    try (OpenTurn turn = desk.open(caller, session, episodeId, Optional.of(step))) {
      if (text.isBlank()) {
        throw new RefusedException(ErrorCode.DIAGNOSIS_UNUSABLE);
      }
      KeptDraft kept = drafts.keep(session, turn.held(), version, text);
      Contribution contribution = drafts.open(session, turn.turn()).contribution().orElseThrow();
      return new SigningView(
          turn.episode().id(),
          step,
          kept.version(),
          turn.episode().reference(),
          turn.briefing().facts().name(),
          turn.episode().appends().map(Addenda::named),
          turn.place(),
          turn.members().stream().map(TeamMember::doctorName).toList(),
          contribution.text(),
          contribution.attachments().stream()
              .map(each -> new SigningView.Attached(each.view(), each.content().hex()))
              .toList(),
          contribution.digest().hex(),
          turn.lastStatement().map(last -> last.digest().hex()).orElse(""),
          turn.isLast());
    }
  }

  /** Signs what was shown, and passes on or completes. */
  public void sign(
      Caller caller,
      KeySession session,
      String episodeId,
      int step,
      String contentDigest,
      char[] password)
      throws WrongPasswordException {
    requireAttachmentsReady(caller, session, episodeId);
    try (OpenTurn turn = desk.open(caller, session, episodeId, Optional.of(step))) {
      Contribution shown =
          drafts
              .open(session, turn.turn())
              .contribution()
              .filter(draft -> draft.digest().hex().equals(contentDigest))
              .filter(
                  draft ->
                      draft.attachments().equals(uploads.attached(session, turn.held().owner())))
              .orElseThrow(() -> new RefusedException(ErrorCode.NOT_WHAT_WAS_SHOWN));
      Instant now = clock.instant();
      Signing.requireLater(turn.episode().lastSignedAt(), now);
      try (Will will = personKeys.will(caller.accountId(), password)) {
        sign(caller, will, turn, shown, now);
      }
    }
  }

  private void sign(Caller caller, Will will, OpenTurn turn, Contribution shown, Instant now) {
    SignedPart part = signing.sign(will, turn, shown, now);
    turn.turn().close(TurnState.PASSED_ON, now);
    changes.lapse(turn.episode(), turn.place());
    if (turn.isLast()) {
      handOver.keep(turn.episode(), part, Statement.decode(part.statement().bytes()), now);
      signing.complete(caller, will, turn, shown, part, now);
    } else {
      List<SignedPart> parts = new ArrayList<>(turn.parts());
      parts.add(part);
      handOver.send(turn.episode(), parts);
    }
  }

  /** Before the episode is held, since all that is attached is read. */
  private void requireAttachmentsReady(Caller caller, KeySession session, String episodeId) {
    uploads.requireReady(session, new AttachmentOwner(episodeId, caller.accountId().toString()));
  }

  /** Sends the turn back to that place, or stops the episode when that was done too often. */
  public void sendBack(
      Caller caller, KeySession session, String episodeId, int step, int place, String reason) {
    byte[] why = ReturnMessage.reason(reason);
    try (OpenTurn turn = desk.openUnverified(caller, session, episodeId, step)) {
      if (turn.place() == 1) {
        throw new RefusedException(ErrorCode.NOBODY_BEFORE);
      }
      if (place < 1 || place >= turn.place()) {
        throw new RefusedException(ErrorCode.NOT_BEFORE_YOU);
      }
      returns.back(
          turn.episode(), turn.turn(), place, turn.key().seal(GroupKey.Kind.REASON, place, why));
    }
  }
}

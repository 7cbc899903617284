package org.epione.team.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.epione.account.boundary.Caller;
import org.epione.attachment.boundary.Uploads;
import org.epione.chain.boundary.ChainSubmission;
import org.epione.chain.boundary.ReceiptListener;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.identity.RecordId;
import org.epione.custody.boundary.Acting;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.Will;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.receipt.Inclusion;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordContent;
import org.epione.ledger.record.RecordSignature;
import org.epione.ledger.record.RecordType;
import org.epione.ledger.record.SaltedText;
import org.epione.ledger.record.SignedWarrant;
import org.epione.ledger.record.TeamChangedBody;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.team.boundary.Refusals;
import org.epione.team.boundary.TeamEdit;
import org.epione.team.entity.ChangeState;
import org.epione.team.entity.Episode;
import org.epione.team.entity.EpisodeState;
import org.epione.team.entity.TeamChange;
import org.epione.team.entity.TeamMember;

/**
 * Changes a team while it works (protocols 3): somebody proposes, the patient signs warrants for
 * the new places and the change itself, and when the chain carries it the team has a new group key
 * and goes on. What the doctors before signed stands: their statements hold the order of their
 * time, which the chain knows.
 */
@ApplicationScoped
public class TeamChanges implements ReceiptListener {

  private static final int MAX_REASON = 2000;

  @Inject private EpisodeStore episodes;
  @Inject private EpisodeSecrets secrets;
  @Inject private TeamDoctors doctors;
  @Inject private WarrantSigning warrants;
  @Inject private Briefings briefings;
  @Inject private HandOver handOver;
  @Inject private Visitors visitors;
  @Inject private CryptoSuite suite;
  @Inject private Clock clock;
  @EJB private PersonKeys personKeys;
  @EJB private ChainSubmission chain;
  @EJB private Refusals refusals;
  @EJB private Uploads uploads;

  /** Proposes it to the patient. */
  public void propose(Caller caller, Episode episode, TeamEdit edit, String reason) {
    if (episode.state() != EpisodeState.IN_TREATMENT) {
      throw new RefusedException(ErrorCode.EPISODE_MOVED_ON);
    }
    if (episodes.openChange(episode.id()).isPresent()) {
      throw new RefusedException(ErrorCode.TEAM_CHANGE_OPEN);
    }
    requireUnsigned(episode, edit.place());
    SaltedText why = salted(reason);
    List<TeamMember> present = episodes.members(episode.id());
    Optional<TeamMember> joins = joining(episode, edit, present);
    List<TeamMember> rest = new ArrayList<>();
    joins.ifPresent(rest::add);
    present.stream()
        .skip(edit.place() - 1L + (edit.leaveOut() ? 1 : 0))
        .forEach(member -> rest.add(member.inNextTeam(edit.place() + rest.size())));
    int kept = edit.place() - 1;
    if (rest.isEmpty()) {
      // The last one left completes the record, for which she signs again.
      if (kept == 0) {
        throw new RefusedException(ErrorCode.NOBODY_LEFT);
      }
      kept--;
      rest.add(present.get(kept).inNextTeam(kept + 1));
    }
    if (kept + rest.size() > 8) {
      throw new RefusedException(ErrorCode.TEAM_INVALID);
    }
    requireVisitorsPlace(Stream.concat(present.stream().limit(kept), rest.stream()).toList());
    rest.forEach(episodes::add);
    String id = ByteString.of(suite.random().bytes(16)).hex();
    episodes.add(
        new TeamChange(
            id,
            episode.id(),
            episode.epoch() + 1,
            new TeamChange.Affected(
                edit.place(),
                kept,
                edit.leaveOut()
                    ? Optional.of(present.get(edit.place() - 1).doctorName())
                    : Optional.empty(),
                joins.map(TeamMember::doctorName)),
            secrets.sealReason(episode, id, why),
            caller.displayName(),
            clock.instant()));
  }

  /** The hospital begins the record and answers for the whole, as the chain insists. */
  private static void requireVisitorsPlace(List<TeamMember> team) {
    if (team.stream().filter(TeamMember::isVisitor).count() > 1
        || team.get(0).isVisitor()
        || team.get(team.size() - 1).isVisitor()) {
      throw new RefusedException(ErrorCode.VISITOR_PLACE);
    }
  }

  private Optional<TeamMember> joining(Episode episode, TeamEdit edit, List<TeamMember> present) {
    boolean nobodyThere = edit.leaveOut() && edit.place() > present.size();
    boolean nothing = !edit.leaveOut() && edit.doctor().isEmpty();
    boolean inTeam =
        present.stream()
            .anyMatch(member -> edit.doctor().equals(Optional.of(member.doctorAccount())));
    if (nobodyThere || nothing || inTeam) {
      throw new RefusedException(ErrorCode.TEAM_INVALID);
    }
    return edit.doctor().map(account -> joining(episode, edit, EpisodeOpening.account(account)));
  }

  private TeamMember joining(Episode episode, TeamEdit edit, AccountId account) {
    return visitors
        .visitor(episode, account)
        .map(
            visitor ->
                place(episode, edit, new TeamDoctors.Doctor(visitor.name(), visitor.pid()))
                    .visiting(visitor.home().value()))
        .orElseGet(
            () ->
                place(
                    episode,
                    edit,
                    doctors.inGoodStanding(new PartyCode(episode.hospital()), account)));
  }

  private static TeamMember place(Episode episode, TeamEdit edit, TeamDoctors.Doctor doctor) {
    return new TeamMember(
        episode.id(),
        episode.epoch() + 1,
        edit.place(),
        edit.doctor().orElseThrow(),
        doctor.name(),
        doctor.pid().bytes());
  }

  private SaltedText salted(String reason) {
    if (reason.isBlank() || reason.getBytes(StandardCharsets.UTF_8).length > MAX_REASON) {
      throw new RefusedException(ErrorCode.REASON_MISSING);
    }
    return SaltedText.of(reason.strip(), suite.random());
  }

  /** Nobody's signature is taken back: the place is one whose turn has not been used. */
  private void requireUnsigned(Episode episode, int place) {
    int team = episodes.members(episode.id()).size();
    if (place < 1
        || place > team + 1
        || episodes.openTurn(episode.id()).isEmpty()
        || episodes.parts(episode.id()).size() >= place) {
      throw new RefusedException(ErrorCode.CHANGE_MOVED_ON);
    }
  }

  /** Who proposed it, or another who may, takes it back. */
  public void takeBack(Episode episode) {
    drop(episode, proposed(episode), ChangeState.TAKEN_BACK);
  }

  /** The patient refuses; the team goes on as it is. */
  public void refuse(Episode episode) {
    drop(episode, proposed(episode), ChangeState.REFUSED);
  }

  /**
   * A doctor signs at that place, or nobody will any more: what was proposed from there on ends.
   */
  void lapse(Episode episode, int place) {
    episodes
        .openChange(episode.id())
        .filter(change -> change.state() == ChangeState.PROPOSED && change.place() <= place)
        .ifPresent(change -> drop(episode, change, ChangeState.LAPSED));
  }

  private void drop(Episode episode, TeamChange change, ChangeState how) {
    change.drop(how, clock.instant());
    episodes.remove(episodes.members(episode.id(), change.epoch()));
  }

  private TeamChange proposed(Episode episode) {
    return episodes
        .openChange(episode.id())
        .filter(change -> change.state() == ChangeState.PROPOSED)
        .orElseThrow(() -> new RefusedException(ErrorCode.CHANGE_MOVED_ON));
  }

  /** The patient agrees: from now on nobody signs until the chain has taken or refused it. */
  public void agree(Acting acting, Episode episode, char[] password) throws WrongPasswordException {
    TeamChange change = proposed(episode);
    if (episode.state() != EpisodeState.IN_TREATMENT) {
      throw new RefusedException(ErrorCode.EPISODE_MOVED_ON);
    }
    requireUnsigned(episode, change.place());
    PartyCode hospital = new PartyCode(episode.hospital());
    Instant now = clock.instant();
    LedgerRecord signed;
    try (Will will = personKeys.will(acting, password)) {
      signed = signed(will, episode, change, now);
    }
    change.agree(signed.id().hex(), now);
    chain.submit(hospital, hospital, signed);
  }

  private LedgerRecord signed(Will will, Episode episode, TeamChange change, Instant now) {
    List<TeamMember> rest = episodes.members(episode.id(), change.epoch());
    List<SignedWarrant> signedWarrants = warrants.sign(will, episode, rest, now);
    byte[] eid = ByteString.ofHex(episode.id()).bytes();
    RecordContent content =
        new RecordContent(
            doctors.pid(new PartyCode(episode.hospital())),
            Pid.of(episode.patientPseudonym()),
            now,
            new TeamChangedBody(
                RecordId.of(eid),
                change.epoch(),
                change.kept(),
                rest.stream().map(member -> Pid.of(member.doctorPseudonym())).toList(),
                signedWarrants,
                secrets.reason(episode, change).commitment()));
    return content.signed(RecordSignature.of(will.signForEpisode(eid, content.toSign())));
  }

  @Override
  public Set<RecordType> types() {
    return Set.of(RecordType.TEAM_CHANGED);
  }

  @Override
  public void onFinal(LedgerRecord submitted, Inclusion inclusion) {
    whenAgreed(
        submitted,
        episode -> {
          Instant now = clock.instant();
          TeamChange change = episodes.openChange(episode.id()).orElseThrow();
          change.decide(true, now);
          episodes.members(episode.id()).stream()
              .limit(change.kept())
              .map(TeamMember::kept)
              .forEach(episodes::add);
          episode.changeTeam(change.epoch(), now);
          briefings.invite(episode, episodes.members(episode.id()));
          handOver.goOn(episode, change.kept(), now);
          uploads.keepOnly(
              episode.id(),
              episodes.members(episode.id()).stream().map(TeamMember::doctorAccount).toList());
          visitors.releaseLeftOut(episode);
        });
  }

  @Override
  public void onRejected(LedgerRecord submitted, String reason) {
    whenAgreed(
        submitted,
        episode -> {
          TeamChange change = episodes.openChange(episode.id()).orElseThrow();
          change.decide(false, clock.instant());
          episodes.remove(episodes.members(episode.id(), change.epoch()));
          refusals.note(
              submitted.id().hex().substring(0, 32),
              episode.id(),
              RecordType.TEAM_CHANGED.name(),
              reason);
        });
  }

  private void whenAgreed(LedgerRecord submitted, Consumer<Episode> act) {
    String episode = ((TeamChangedBody) submitted.body()).episode().hex();
    Optional<String> record = Optional.of(submitted.id().hex());
    episodes
        .lock(episode)
        .filter(
            each ->
                episodes
                    .openChange(each.id())
                    .filter(change -> change.record().equals(record))
                    .isPresent())
        .ifPresent(act);
  }
}

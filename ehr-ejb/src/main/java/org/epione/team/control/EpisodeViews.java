package org.epione.team.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.crypto.scheme.warrant.Warrant;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.connector.Chains;
import org.epione.party.boundary.Parties;
import org.epione.platform.identity.PartyCode;
import org.epione.record.boundary.RecordDirectory;
import org.epione.record.boundary.RecordFacts;
import org.epione.team.boundary.BlockView;
import org.epione.team.boundary.EpisodeRow;
import org.epione.team.boundary.EpisodeView;
import org.epione.team.boundary.LeftOutView;
import org.epione.team.boundary.Loss;
import org.epione.team.boundary.MemberView;
import org.epione.team.boundary.RefusalView;
import org.epione.team.boundary.TeamChangeView;
import org.epione.team.boundary.TreatmentView;
import org.epione.team.boundary.VoidPartView;
import org.epione.team.boundary.WarrantView;
import org.epione.team.entity.ChangeState;
import org.epione.team.entity.Episode;
import org.epione.team.entity.TeamChange;
import org.epione.team.entity.TeamMember;
import org.epione.team.entity.TeamPart;
import org.epione.team.entity.Turn;

/** What people see of an episode, by who they are. */
@ApplicationScoped
public class EpisodeViews {

  @Inject private EpisodeStore episodes;
  @Inject private EpisodeSecrets secrets;
  @Inject private LostTurns lostTurns;
  @Inject private TeamSettings settings;
  @Inject private Clock clock;
  @EJB private Parties parties;
  @EJB private Chains chains;
  @EJB private RecordDirectory records;

  /** For registrar and administrator. */
  public EpisodeView full(Episode episode) {
    PatientFacts facts = secrets.open(episode).facts();
    Optional<RecordFacts> record = records.find(RecordId.ofHex(episode.id()));
    return new EpisodeView(
        episode.id(),
        episode.reference(),
        episode.patientId(),
        facts.name(),
        facts.complaint(),
        facts.symptomCode(),
        episode.state().name(),
        episode.reason(),
        Addenda.reference(episode),
        !lostTurns.of(episode).isEmpty(),
        episode.followedBy(),
        remaining(episode),
        episode.openedAt(),
        episode.changedAt(),
        episode.timesReturned(),
        settings.resignLimit(),
        team(episode),
        voidParts(episode),
        changes(episode),
        episodes.refusals(episode.id()).stream()
            .map(each -> new RefusalView(each.at(), each.kind(), each.reason()))
            .toList(),
        episode.openingRecord().map(Digest::ofHex).flatMap(id -> block(episode, id)),
        record.map(RecordFacts::diagnosis).flatMap(id -> block(episode, id)),
        record.flatMap(RecordFacts::stored).flatMap(id -> block(episode, id)));
  }

  private Optional<BlockView> block(Episode episode, Digest record) {
    return chains
        .record(episode.hospital(), record)
        .map(
            found ->
                new BlockView(
                    record.hex(),
                    found.inclusion().height(),
                    found.inclusion().index(),
                    found.inclusion().block().header().time()));
  }

  /** For a list. */
  public EpisodeRow row(Episode episode) {
    return new EpisodeRow(
        episode.id(),
        episode.reference(),
        episode.patientId(),
        secrets.open(episode).facts().name(),
        episode.state().name(),
        episode.reason(),
        !lostTurns.of(episode).isEmpty(),
        episodes.members(episode.id()).size(),
        episodes.parts(episode.id()).size(),
        episode.openedAt(),
        episode.changedAt());
  }

  /** For the patient. */
  public TreatmentView treatment(Episode episode) {
    return new TreatmentView(
        episode.id(),
        episode.reference(),
        parties.name(new PartyCode(episode.hospital())),
        secrets.open(episode).facts().complaint(),
        Addenda.reference(episode),
        episode.state().name(),
        episode.reason(),
        episode.openedAt(),
        Math.toIntExact(settings.warrantTime().toDays()),
        team(episode),
        changes(episode),
        episodes.members(episode.id()).stream()
            .flatMap(member -> warrant(episode, member).stream())
            .toList());
  }

  /** What was proposed to change in the team, and what became of it. */
  List<TeamChangeView> changes(Episode episode) {
    return episodes.changes(episode.id()).stream().map(change -> view(episode, change)).toList();
  }

  private TeamChangeView view(Episode episode, TeamChange change) {
    return new TeamChangeView(
        change.place(),
        change.leftOut(),
        change.joined(),
        secrets.reason(episode, change).text(),
        change.proposedBy(),
        change.proposedAt(),
        change.state().name(),
        change.changedAt(),
        change.state() == ChangeState.PROPOSED ? order(episode, change) : List.of(),
        change.record());
  }

  private List<String> order(Episode episode, TeamChange change) {
    return Stream.concat(
            episodes.members(episode.id()).stream().limit(change.kept()),
            episodes.members(episode.id(), change.epoch()).stream())
        .map(TeamMember::doctorName)
        .toList();
  }

  /** What the doctor is told who had that place and has none in the team after it. */
  Optional<LeftOutView> leftOut(TeamMember place) {
    Episode episode = episodes.find(place.episodeId()).orElseThrow();
    return episodes.changes(episode.id()).stream()
        .filter(change -> change.state() == ChangeState.IN_FORCE)
        .filter(change -> change.epoch() == place.epoch() + 1)
        .map(
            change ->
                new LeftOutView(
                    episode.reference(),
                    place.place(),
                    secrets.reason(episode, change).text(),
                    change.changedAt()))
        .findFirst();
  }

  private Optional<WarrantView> warrant(Episode episode, TeamMember member) {
    return member
        .warrant()
        .map(Warrant::decode)
        .map(
            warrant ->
                new WarrantView(
                    member.place(),
                    member.doctorName(),
                    warrant.purpose(),
                    warrant.notBefore(),
                    warrant.notAfter(),
                    state(episode, member, warrant),
                    member.withdrawnAt()));
  }

  private WarrantView.State state(Episode episode, TeamMember member, Warrant warrant) {
    if (member.withdrawnAt().isPresent()) {
      return WarrantView.State.WITHDRAWN;
    }
    return switch (episode.state()) {
      case AWAITING_WARRANTS, OPENING -> WarrantView.State.NOT_YET;
      case IN_TREATMENT ->
          warrant.notAfter().isBefore(clock.instant())
              ? WarrantView.State.ENDED
              : WarrantView.State.HOLDS;
      case DECLINED, SEALING, FINAL, STOPPED, REJECTED -> WarrantView.State.ENDED;
    };
  }

  private List<String> remaining(Episode episode) {
    Set<Integer> lost = lostTurns.of(episode).keySet();
    return lost.isEmpty()
        ? List.of()
        : episodes.members(episode.id()).stream()
            .filter(member -> !lost.contains(member.place()) && !member.isVisitor())
            .map(TeamMember::doctorAccount)
            .toList();
  }

  List<VoidPartView> voidParts(Episode episode) {
    return episodes.voidParts(episode.id()).stream()
        .map(
            part ->
                new VoidPartView(
                    part.place(),
                    episodes.members(episode.id(), part.epoch()).get(part.place() - 1).doctorName(),
                    Statement.decode(part.statement()).time(),
                    episodes.members(episode.id(), part.voidedIn()).stream()
                        .filter(member -> member.place() == part.returnedBy())
                        .map(TeamMember::doctorName)
                        .findFirst(),
                    part.voidedAt()))
        .toList();
  }

  List<MemberView> team(Episode episode) {
    Map<Integer, Loss> lost = lostTurns.of(episode);
    Map<Integer, TeamPart> parts =
        episodes.parts(episode.id()).stream()
            .collect(Collectors.toMap(TeamPart::place, Function.identity()));
    Optional<Integer> turn = episodes.openTurn(episode.id()).map(Turn::place);
    return episodes.members(episode.id()).stream()
        .map(
            member ->
                new MemberView(
                    member.place(),
                    member.doctorName(),
                    member.confirmedAt().isPresent(),
                    Optional.ofNullable(parts.get(member.place()))
                        .map(part -> Statement.decode(part.statement()).time()),
                    turn.equals(Optional.of(member.place())),
                    Optional.ofNullable(lost.get(member.place()))))
        .toList();
  }
}

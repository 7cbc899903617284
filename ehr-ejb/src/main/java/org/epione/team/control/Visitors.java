package org.epione.team.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Role;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.Pid;
import org.epione.party.boundary.Parties;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.team.boundary.DoctorChoice;
import org.epione.team.boundary.VisitingDoctor;
import org.epione.team.boundary.VisitingDoctors;
import org.epione.team.entity.Episode;
import org.epione.team.entity.TeamMember;

/**
 * Doctors of other hospitals in the teams of this one, and what stands for each where her own
 * hospital keeps her account.
 */
@ApplicationScoped
public class Visitors {

  @Inject private EpisodeStore episodes;
  @Inject private TeamDoctors doctors;
  @Inject private VisitingDoctors visiting;
  @Inject private Clock clock;
  @EJB private Parties parties;

  /**
   * In place of an account: a name for the pseudo-identity in the form of an account's, which is
   * nobody's account.
   */
  static AccountId account(Pid doctor) {
    ByteBuffer digest = ByteBuffer.wrap(Digest.of(doctor.bytes()).bytes());
    return new AccountId(new UUID(digest.getLong(), digest.getLong()));
  }

  /** As whom this hospital decides on what she may see of it, and records that. */
  static Caller caller(TeamMember visitor) {
    return new Caller(
        AccountId.of(visitor.doctorAccount()),
        "",
        visitor.doctorName(),
        Role.DOCTOR,
        new PartyCode(visitor.home().orElseThrow()),
        "");
  }

  /** With her hospital, as everybody sees her who sees the order of the team. */
  private VisitingDoctor named(VisitingDoctor doctor) {
    return new VisitingDoctor(
        doctor.agreement(),
        doctor.pid(),
        doctor.home(),
        parties.nameAt(doctor.name(), doctor.home()),
        doctor.specialty());
  }

  /** Those who agreed and have no place yet, as choices for one. */
  public List<DoctorChoice> choices(Episode episode) {
    return free(episode).stream()
        .flatMap(
            each ->
                doctors
                    .choice(
                        new PartyCode(episode.hospital()),
                        new TeamDoctors.Doctor(each.name(), each.pid()),
                        account(each.pid()),
                        each.specialty())
                    .stream())
        .toList();
  }

  /** The one of them for whose account this stands. */
  Optional<VisitingDoctor> visitor(Episode episode, AccountId account) {
    return free(episode).stream().filter(each -> account(each.pid()).equals(account)).findFirst();
  }

  private List<VisitingDoctor> free(Episode episode) {
    return visiting.agreed(RecordId.ofHex(episode.id())).stream()
        .filter(each -> !hasPlace(episode, each.pid()))
        .map(this::named)
        .toList();
  }

  /** Whether she has a place in the team, or is proposed for one. */
  public boolean hasPlace(RecordId episode, Pid doctor) {
    return episodes.find(episode.hex()).filter(each -> hasPlace(each, doctor)).isPresent();
  }

  private boolean hasPlace(Episode episode, Pid doctor) {
    return episodes.places(episode.id(), account(doctor).toString()).stream()
        .anyMatch(place -> place.epoch() >= episode.epoch());
  }

  /** She cannot or will not sign any more. */
  public void gaveUp(RecordId episode, Pid doctor) {
    Instant now = clock.instant();
    episodes.members(episode.hex()).stream()
        .filter(TeamMember::isVisitor)
        .filter(member -> Pid.of(member.doctorPseudonym()).equals(doctor))
        .forEach(member -> member.gaveUp(now));
  }

  /** By what she has her place. */
  Optional<VisitingDoctor> agreed(TeamMember visitor) {
    return visiting.agreed(RecordId.ofHex(visitor.episodeId())).stream()
        .filter(each -> isOf(each, visitor))
        .findFirst();
  }

  /** The team has changed: who had a place and has none any more is not needed. */
  void releaseLeftOut(Episode episode) {
    List<TeamMember> present = episodes.members(episode.id());
    visiting.agreed(RecordId.ofHex(episode.id())).stream()
        .filter(each -> wasOfTeam(episode, each))
        .filter(each -> present.stream().noneMatch(member -> isOf(each, member)))
        .forEach(visiting::release);
  }

  private boolean wasOfTeam(Episode episode, VisitingDoctor doctor) {
    return episodes.places(episode.id(), account(doctor.pid()).toString()).stream()
        .anyMatch(place -> place.epoch() == episode.epoch() - 1);
  }

  /** The episode is over. */
  void ended(Episode episode) {
    visiting.ended(RecordId.ofHex(episode.id()));
  }

  private static boolean isOf(VisitingDoctor doctor, TeamMember member) {
    return member.home().equals(Optional.of(doctor.home().value()))
        && Pid.of(member.doctorPseudonym()).equals(doctor.pid());
  }
}

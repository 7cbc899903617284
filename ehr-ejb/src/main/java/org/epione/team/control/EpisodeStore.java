package org.epione.team.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.team.entity.ChangeState;
import org.epione.team.entity.Episode;
import org.epione.team.entity.EpisodeState;
import org.epione.team.entity.Refusal;
import org.epione.team.entity.TeamChange;
import org.epione.team.entity.TeamMember;
import org.epione.team.entity.TeamPart;
import org.epione.team.entity.Turn;
import org.epione.team.entity.VoidPart;

/** Episodes and what belongs to them, in the database. */
@ApplicationScoped
public class EpisodeStore {

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  /** Adds an episode with its team; flushed, because the places refer to it. */
  public void add(Episode episode, List<TeamMember> members) {
    entities.persist(episode);
    entities.flush();
    members.forEach(entities::persist);
  }

  /** So that what follows sees what was changed. */
  public void flush() {
    entities.flush();
  }

  public Optional<Episode> find(String id) {
    return Optional.ofNullable(entities.find(Episode.class, id));
  }

  /** The episode for changing it: one transaction at a time. */
  public Optional<Episode> lock(String id) {
    return Optional.ofNullable(entities.find(Episode.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  public Optional<Episode> byReference(String hospital, String reference) {
    return entities
        .createNamedQuery("Episode.byReference", Episode.class)
        .setParameter("hospital", hospital)
        .setParameter("reference", reference)
        .getResultStream()
        .findFirst();
  }

  public List<Episode> ofHospital(String hospital) {
    return entities
        .createNamedQuery("Episode.ofHospital", Episode.class)
        .setParameter("hospital", hospital)
        .getResultList();
  }

  /** The hospital's episodes whose doctors have something to sign, latest first. */
  public List<Episode> goingOn(String hospital) {
    return entities
        .createNamedQuery("Episode.goingOn", Episode.class)
        .setParameter("hospital", hospital)
        .setParameter("states", List.of(EpisodeState.AWAITING_WARRANTS, EpisodeState.IN_TREATMENT))
        .getResultList();
  }

  /** The clouds that keep final records of the hospital, by code. */
  public List<String> clouds(String hospital) {
    return entities
        .createNamedQuery("Episode.clouds", String.class)
        .setParameter("hospital", hospital)
        .setParameter("state", EpisodeState.FINAL)
        .getResultList();
  }

  public List<Episode> ofPatient(String account) {
    return entities
        .createNamedQuery("Episode.ofPatient", Episode.class)
        .setParameter("account", account)
        .getResultList();
  }

  /** The present team, in order of its places. */
  public List<TeamMember> members(String episode) {
    return entities
        .createNamedQuery("TeamMember.ofEpisode", TeamMember.class)
        .setParameter("episode", episode)
        .getResultList();
  }

  /** The team of that number, also one that is only proposed. */
  public List<TeamMember> members(String episode, int epoch) {
    return entities
        .createNamedQuery("TeamMember.ofTeam", TeamMember.class)
        .setParameter("episode", episode)
        .setParameter("epoch", epoch)
        .getResultList();
  }

  /** The doctor in the present team. */
  public Optional<TeamMember> member(String episode, String account) {
    return members(episode).stream()
        .filter(member -> member.doctorAccount().equals(account))
        .findFirst();
  }

  /** The place in the present team. */
  public Optional<TeamMember> member(String episode, int place) {
    return members(episode).stream().filter(member -> member.place() == place).findFirst();
  }

  /** The doctor in each team of the episode, the earliest first. */
  public List<TeamMember> places(String episode, String account) {
    return entities
        .createNamedQuery("TeamMember.ofDoctor", TeamMember.class)
        .setParameter("episode", episode)
        .setParameter("account", account)
        .getResultList();
  }

  /** The places from which the doctor leads a team at work, the latest episode first. */
  public List<TeamMember> led(String account) {
    return atWork(account).stream().filter(member -> member.place() == 1).toList();
  }

  /** The doctor's places in teams at work. */
  public List<TeamMember> atWork(String account) {
    return places(account, EpisodeState.IN_TREATMENT);
  }

  /**
   * The doctor's places in teams, those before too, of episodes that are at work or will be as soon
   * as the chain says so.
   */
  public List<TeamMember> unfinished(String account) {
    return entities
        .createNamedQuery("TeamMember.everInState", TeamMember.class)
        .setParameter("account", account)
        .setParameter("states", EnumSet.of(EpisodeState.OPENING, EpisodeState.IN_TREATMENT))
        .getResultList();
  }

  /** The doctor's places in teams whose record is final, the latest episode first. */
  public List<TeamMember> finished(String account) {
    return places(account, EpisodeState.FINAL);
  }

  private List<TeamMember> places(String account, EpisodeState state) {
    return entities
        .createNamedQuery("TeamMember.inState", TeamMember.class)
        .setParameter("account", account)
        .setParameter("state", state)
        .getResultList();
  }

  /** The episodes that add to the record of this one, the latest first. */
  public List<Episode> addenda(String episode) {
    return entities
        .createNamedQuery("Episode.addenda", Episode.class)
        .setParameter("episode", episode)
        .getResultList();
  }

  /** A place of a doctor of another hospital, by what stands for her account. */
  public Optional<TeamMember> visitor(String account) {
    return entities
        .createNamedQuery("TeamMember.visitor", TeamMember.class)
        .setParameter("account", account)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** The last places of the doctor in teams that went on without her. */
  public List<TeamMember> leftOut(String account) {
    return entities
        .createNamedQuery("TeamMember.leftOut", TeamMember.class)
        .setParameter("account", account)
        .getResultList();
  }

  public void add(TeamMember member) {
    entities.persist(member);
  }

  /** A team that was only proposed is none. */
  public void remove(List<TeamMember> proposed) {
    proposed.forEach(entities::remove);
    entities.flush();
  }

  public void add(TeamChange change) {
    entities.persist(change);
  }

  /** Proposals to change the team, the earliest first. */
  public List<TeamChange> changes(String episode) {
    return entities
        .createNamedQuery("TeamChange.ofEpisode", TeamChange.class)
        .setParameter("episode", episode)
        .getResultList();
  }

  /**
   * While the team changes nobody acts for the old one any more, or yet for the new one.
   *
   * @throws RefusedException EHR-3024
   */
  void requireNoChangeAgreed(String episode) {
    if (openChange(episode).filter(change -> change.state() == ChangeState.AGREED).isPresent()) {
      throw new RefusedException(ErrorCode.TEAM_CHANGING);
    }
  }

  /** At most one change is proposed, or agreed and on its way, at a time. */
  public Optional<TeamChange> openChange(String episode) {
    return changes(episode).stream()
        .filter(
            change ->
                change.state() == ChangeState.PROPOSED || change.state() == ChangeState.AGREED)
        .findFirst();
  }

  /** In order of their places. */
  public List<TeamPart> parts(String episode) {
    return entities
        .createNamedQuery("TeamPart.ofEpisode", TeamPart.class)
        .setParameter("episode", episode)
        .getResultList();
  }

  public void add(TeamPart part) {
    entities.persist(part);
  }

  /** Puts parts aside as void, so that their places can be signed again. */
  public void putAside(List<TeamPart> parts, List<VoidPart> aside) {
    parts.forEach(entities::remove);
    aside.forEach(entities::persist);
    entities.flush();
  }

  /** In the order in which they became void. */
  public List<VoidPart> voidParts(String episode) {
    return entities
        .createNamedQuery("VoidPart.ofEpisode", VoidPart.class)
        .setParameter("episode", episode)
        .getResultList();
  }

  public List<Turn> openTurns(String account) {
    return entities
        .createNamedQuery("Turn.openOf", Turn.class)
        .setParameter("account", account)
        .getResultList();
  }

  /** At most one turn of an episode is open. */
  public Optional<Turn> openTurn(String episode) {
    return entities
        .createNamedQuery("Turn.openIn", Turn.class)
        .setParameter("episode", episode)
        .getResultStream()
        .findFirst();
  }

  public List<Turn> turns(String episode) {
    return entities
        .createNamedQuery("Turn.ofEpisode", Turn.class)
        .setParameter("episode", episode)
        .getResultList();
  }

  public void add(Turn turn) {
    entities.persist(turn);
  }

  public List<Refusal> refusals(String episode) {
    return entities
        .createNamedQuery("Refusal.ofEpisode", Refusal.class)
        .setParameter("episode", episode)
        .getResultList();
  }

  public void add(Refusal refusal) {
    entities.persist(refusal);
  }

  /** Whether that very refusal is noted already. */
  public boolean hasRefusal(String id) {
    return entities.find(Refusal.class, id) != null;
  }
}

package org.epione.team.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.epione.team.entity.Episode;
import org.epione.team.entity.EpisodeState;
import org.epione.team.entity.Refusal;
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

  public List<Episode> ofPatient(String account) {
    return entities
        .createNamedQuery("Episode.ofPatient", Episode.class)
        .setParameter("account", account)
        .getResultList();
  }

  /** In order of their places. */
  public List<TeamMember> members(String episode) {
    return entities
        .createNamedQuery("TeamMember.ofEpisode", TeamMember.class)
        .setParameter("episode", episode)
        .getResultList();
  }

  public Optional<TeamMember> member(String episode, String account) {
    return entities
        .createNamedQuery("TeamMember.ofDoctor", TeamMember.class)
        .setParameter("episode", episode)
        .setParameter("account", account)
        .getResultStream()
        .findFirst();
  }

  public Optional<TeamMember> member(String episode, int place) {
    return Optional.ofNullable(entities.find(TeamMember.class, TeamMember.idOf(episode, place)));
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

package org.epione.ledger.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.Pid;

/**
 * An episode as the chain knows it.
 *
 * @param id identity (EID)
 * @param patient the patient's pseudo-identity in it
 * @param patientKey the patient's BLS key of it, 96 bytes
 * @param team in signing order
 * @param former the teams before it was changed, the earliest first
 * @param visitors doctors of other hospitals who agreed to give their opinion, in that order
 * @param evidence commitment to alpha
 * @param openedAt time of the EPISODE_OPENED record
 * @param diagnosis its result, once that is on the chain
 * @param location where the cloud keeps the ciphertext, once the cloud said so
 */
public record Episode(
    RecordId id,
    Pid patient,
    ByteString patientKey,
    List<TeamMember> team,
    List<FormerTeam> former,
    List<Pid> visitors,
    Digest evidence,
    Instant openedAt,
    Optional<Diagnosed> diagnosis,
    Optional<String> location) {

  /** So that no hospital can fill an episode with doctors whom nobody asked. */
  static final int MOST_VISITORS = 32;

  /**
   * The result of an episode.
   *
   * @param record id of the DIAGNOSIS record
   * @param ciphertext digest of the ciphertext
   * @param length of the ciphertext in bytes
   * @param at time of the record
   */
  public record Diagnosed(Digest record, Digest ciphertext, long length, Instant at) {}

  /** Copies the list. */
  public Episode {
    team = List.copyOf(team);
    former = List.copyOf(former);
    visitors = List.copyOf(visitors);
  }

  /** The doctors in signing order. */
  public List<Pid> doctors() {
    return team.stream().map(TeamMember::doctor).toList();
  }

  /** The key with which the doctor ends the episode, if it is she who signs last. */
  Optional<ByteString> lastKeyOf(Pid doctor) {
    return Optional.of(team.get(team.size() - 1))
        .filter(last -> last.doctor().equals(doctor))
        .map(TeamMember::key);
  }

  /** Whether the doctor is in the team, or was in one before. */
  public boolean concerns(Pid doctor) {
    return doctors().contains(doctor)
        || former.stream().anyMatch(before -> before.doctors().contains(doctor));
  }

  /** Number of the team, from 1. */
  public int epoch() {
    return former.size() + 1;
  }

  /** The same with another team from that time on. */
  Episode changed(List<TeamMember> next, Instant at) {
    List<FormerTeam> teams = new ArrayList<>(former);
    teams.add(new FormerTeam(doctors(), at));
    return new Episode(
        id, patient, patientKey, next, teams, visitors, evidence, openedAt, diagnosis, location);
  }

  /** The same with a doctor of another hospital who may be given a place. */
  Episode visited(Pid doctor) {
    if (visitors.contains(doctor)) {
      return this;
    }
    List<Pid> more = new ArrayList<>(visitors);
    more.add(doctor);
    return new Episode(
        id, patient, patientKey, team, former, more, evidence, openedAt, diagnosis, location);
  }

  Episode withdrawn(Pid doctor, Instant at) {
    return new Episode(
        id,
        patient,
        patientKey,
        team.stream()
            .map(member -> member.doctor().equals(doctor) ? member.withdrawn(at) : member)
            .toList(),
        former,
        visitors,
        evidence,
        openedAt,
        diagnosis,
        location);
  }

  Episode diagnosed(Diagnosed result) {
    return new Episode(
        id,
        patient,
        patientKey,
        team,
        former,
        visitors,
        evidence,
        openedAt,
        Optional.of(result),
        location);
  }

  Episode stored(String where) {
    return new Episode(
        id,
        patient,
        patientKey,
        team,
        former,
        visitors,
        evidence,
        openedAt,
        diagnosis,
        Optional.of(where));
  }
}

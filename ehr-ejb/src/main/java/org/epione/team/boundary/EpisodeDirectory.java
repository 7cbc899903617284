package org.epione.team.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.identity.RecordId;
import org.epione.ledger.identity.Pid;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.team.control.EpisodeSecrets;
import org.epione.team.control.EpisodeStore;
import org.epione.team.entity.Episode;
import org.epione.team.entity.EpisodeState;
import org.epione.team.entity.TeamMember;

/**
 * Which episodes the hospitals of this server have, for other features; they decide on access
 * themselves, pages and resources do not call this.
 */
@Stateless
@PermitAll
public class EpisodeDirectory {

  @Inject private EpisodeStore episodes;
  @Inject private EpisodeSecrets secrets;

  public Optional<EpisodeFacts> byId(RecordId episode) {
    return episodes.find(episode.hex()).map(EpisodeDirectory::facts);
  }

  /** The same, for what one transaction at a time changes about it. */
  public Optional<EpisodeFacts> lock(RecordId episode) {
    return episodes.lock(episode.hex()).map(EpisodeDirectory::facts);
  }

  /** By the reference for people, in the form that the hospital printed. */
  public Optional<EpisodeFacts> byReference(PartyCode hospital, String reference) {
    return episodes.byReference(hospital.value(), reference).map(EpisodeDirectory::facts);
  }

  /** Latest first. */
  public List<EpisodeFacts> ofPatient(AccountId patient) {
    return episodes.ofPatient(patient.toString()).stream().map(EpisodeDirectory::facts).toList();
  }

  /** Those whose record is final and which that hospital keeps, latest first. */
  public List<EpisodeFacts> finished(AccountId patient, PartyCode hospital) {
    return ofPatient(patient).stream()
        .filter(each -> each.state().equals(EpisodeState.FINAL.name()))
        .filter(each -> each.hospital().equals(hospital))
        .toList();
  }

  /** The coded symptoms of {@link #finished}, each once, by code. */
  public List<String> symptomCodes(AccountId patient, PartyCode hospital) {
    return finished(patient, hospital).stream()
        .flatMap(each -> episodes.find(each.episode().hex()).stream())
        .map(secrets::symptomCode)
        .distinct()
        .sorted()
        .toList();
  }

  /** Where records of that hospital are kept, whoever's they are. */
  public List<PartyCode> clouds(PartyCode hospital) {
    return episodes.clouds(hospital.value()).stream().map(PartyCode::new).toList();
  }

  /** Of an addendum, the episode whose record it adds to; empty for any other. */
  public Optional<EpisodeFacts> addsTo(RecordId addendum) {
    return episodes
        .find(addendum.hex())
        .flatMap(Episode::appends)
        .flatMap(appended -> episodes.find(appended.id()))
        .map(EpisodeDirectory::facts);
  }

  /** What was added to the record of an episode and is final, latest first. */
  public List<EpisodeFacts> addenda(RecordId episode) {
    return episodes.addenda(episode.hex()).stream()
        .filter(each -> each.state() == EpisodeState.FINAL)
        .map(EpisodeDirectory::facts)
        .toList();
  }

  /**
   * Name and hospital of a doctor of another hospital who had a place in a team, by what stands for
   * her account here.
   */
  public Optional<String> visitor(AccountId account) {
    return episodes.visitor(account.toString()).map(TeamMember::doctorName);
  }

  private static EpisodeFacts facts(Episode episode) {
    return new EpisodeFacts(
        RecordId.ofHex(episode.id()),
        episode.reference(),
        new PartyCode(episode.hospital()),
        new PartyCode(episode.cloud()),
        AccountId.of(episode.patientAccount()),
        Pid.of(episode.patientPseudonym()),
        episode.state().name(),
        episode.openedAt());
  }
}

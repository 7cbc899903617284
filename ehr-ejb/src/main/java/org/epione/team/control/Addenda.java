package org.epione.team.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.epione.account.boundary.Caller;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.EpisodeReference;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.record.boundary.AppendedRecord;
import org.epione.record.boundary.RecordDirectory;
import org.epione.team.boundary.AddendumView;
import org.epione.team.boundary.OpenEpisode;
import org.epione.team.boundary.SignedRecordView;
import org.epione.team.entity.AppendedEpisode;
import org.epione.team.entity.Episode;
import org.epione.team.entity.EpisodeState;
import org.epione.team.entity.TeamMember;

/**
 * Additions to records that are final, which nobody can change any more: an episode of its own, for
 * which the patient signs a warrant as for any other. Its doctors name the record that they add to
 * in what they sign and seal. The chain does not tie the two together: there the patient has
 * another pseudonym in each episode (ADR 14).
 */
@ApplicationScoped
public class Addenda {

  private static final Set<EpisodeState> UNDER_WAY =
      EnumSet.of(
          EpisodeState.AWAITING_WARRANTS,
          EpisodeState.OPENING,
          EpisodeState.IN_TREATMENT,
          EpisodeState.SEALING);

  @Inject private EpisodeStore episodes;
  @Inject private EpisodeSecrets secrets;
  @Inject private EpisodeOpening opening;
  @Inject private Clock clock;
  @EJB private RecordDirectory records;

  /** The final records that the doctor has signed, the latest episode first. */
  public List<SignedRecordView> signedBy(String account) {
    return episodes.finished(account).stream().map(this::view).toList();
  }

  private SignedRecordView view(TeamMember place) {
    Episode episode = episodes.find(place.episodeId()).orElseThrow();
    List<Episode> added = episodes.addenda(episode.id());
    return new SignedRecordView(
        episode.id(),
        episode.reference(),
        secrets.open(episode).facts().name(),
        place.place(),
        episodes.members(episode.id()).size(),
        episode.changedAt(),
        reference(episode),
        isAdding(place.doctorAccount(), added),
        added.stream().map(each -> view(each, place.doctorAccount())).toList());
  }

  private static AddendumView view(Episode addendum, String account) {
    return new AddendumView(
        addendum.id(),
        addendum.reference(),
        addendum.state().name(),
        addendum.openedAt(),
        addendum.state() == EpisodeState.AWAITING_WARRANTS && addendum.openedBy().equals(account));
  }

  /** Opens the episode in which the doctor adds to the record of {@code signed}, locked. */
  public AddendumView open(Caller doctor, Episode signed) {
    if (signed.isForgotten()) {
      throw new RefusedException(ErrorCode.PATIENT_FORGOTTEN);
    }
    String account = doctor.accountId().toString();
    if (isAdding(account, episodes.addenda(signed.id()))) {
      throw new RefusedException(ErrorCode.ADDENDUM_UNDER_WAY);
    }
    PatientFacts facts = secrets.open(signed).facts();
    Episode addendum =
        opening.open(
            doctor,
            new OpenEpisode(
                signed.patientId(), facts.complaint(), facts.symptomCode(), List.of(account)));
    addendum.append(
        new AppendedEpisode(
            signed.id(),
            records.find(RecordId.ofHex(signed.id())).orElseThrow().diagnosis().hex()));
    return view(addendum, account);
  }

  private static boolean isAdding(String account, List<Episode> addenda) {
    return addenda.stream()
        .anyMatch(each -> UNDER_WAY.contains(each.state()) && each.openedBy().equals(account));
  }

  /** Ends it before the patient has answered. */
  public AddendumView takeBack(Caller doctor, Episode addendum) {
    if (addendum.state() != EpisodeState.AWAITING_WARRANTS) {
      throw new RefusedException(ErrorCode.EPISODE_MOVED_ON);
    }
    addendum.takeBack(clock.instant());
    return view(addendum, doctor.accountId().toString());
  }

  /** The record that an addendum adds to, as its doctors sign it. */
  static AppendedRecord named(AppendedEpisode appended) {
    return new AppendedRecord(
        EpisodeReference.of(RecordId.ofHex(appended.id())).text(),
        Digest.ofHex(appended.diagnosis()));
  }

  /** Reference of the record that the episode's team adds to. */
  static Optional<String> reference(Episode episode) {
    return episode.appends().map(Addenda::named).map(AppendedRecord::reference);
  }
}

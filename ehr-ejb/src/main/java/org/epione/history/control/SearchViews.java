package org.epione.history.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.epione.cloud.boundary.SearchState;
import org.epione.crypto.identity.RecordId;
import org.epione.history.boundary.FoundRecord;
import org.epione.history.boundary.SearchStanding;
import org.epione.history.boundary.SearchView;
import org.epione.history.entity.HistoryAnswer;
import org.epione.history.entity.SymptomSearch;
import org.epione.team.boundary.EpisodeDirectory;

/** Searches as the patient sees them. */
@ApplicationScoped
public class SearchViews {

  @EJB private EpisodeDirectory episodes;
  @Inject private SearchRegister register;
  @Inject private SearchSecrets secrets;
  @Inject private Clock clock;

  /** The search with what was found so far. */
  public SearchView of(SymptomSearch search) {
    List<HistoryAnswer> answers = register.answers(search.id());
    return new SearchView(
        search.id(),
        secrets.code(search),
        search.begunAt(),
        standing(search, answers),
        answers.stream().mapToLong(HistoryAnswer::tested).sum(),
        answers.stream().mapToLong(HistoryAnswer::unreadable).sum(),
        answers.stream().mapToLong(HistoryAnswer::total).sum(),
        found(search, answers));
  }

  private SearchStanding standing(SymptomSearch search, List<HistoryAnswer> answers) {
    if (answers.stream().anyMatch(each -> !each.isOver())) {
      return search.isRunning(clock.instant())
          ? SearchStanding.SEARCHING
          : SearchStanding.UNANSWERED;
    }
    return answers.stream().anyMatch(each -> each.state() == SearchState.BUSY)
        ? SearchStanding.BUSY
        : SearchStanding.DONE;
  }

  private List<FoundRecord> found(SymptomSearch search, List<HistoryAnswer> answers) {
    Set<RecordId> found = new HashSet<>();
    answers.forEach(each -> found.addAll(each.found()));
    return episodes.finished(search.patient(), search.hospital()).stream()
        .filter(each -> found.contains(each.episode()))
        .map(each -> new FoundRecord(each.episode().hex(), each.reference(), each.openedAt()))
        .toList();
  }
}

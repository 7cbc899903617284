package org.epione.history.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.cloud.boundary.SearchId;
import org.epione.cloud.boundary.SearchRequest;
import org.epione.cloud.boundary.Trapdoors;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.scheme.pre.Trapdoor;
import org.epione.custody.boundary.KeySession;
import org.epione.custody.boundary.PersonKeys;
import org.epione.history.entity.HistoryAnswer;
import org.epione.history.entity.SymptomSearch;
import org.epione.party.boundary.Post;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.team.boundary.EpisodeDirectory;
import org.epione.team.boundary.SymptomCode;

/** Begins searches, and has those of the last day. */
@ApplicationScoped
public class SearchDesk {

  /** Most searches of one patient's records within a day. */
  static final int MOST_IN_A_DAY = 10;

  @EJB private PersonKeys personKeys;
  @EJB private EpisodeDirectory episodes;
  @EJB private Post post;
  @Inject private SearchRegister register;
  @Inject private SearchSecrets secrets;
  @Inject private Trapdoors trapdoors;
  @Inject private CryptoSuite suite;
  @Inject private Clock clock;

  /**
   * Makes the trapdoor and sends it to each cloud that keeps records of the hospital, whoever's
   * they are: to be asked says nothing about the patient.
   *
   * @param keys of whose records are searched
   * @param question what names the question for which it is, if it is for one
   * @throws RefusedException EHR-1004, EHR-4861 to EHR-4863
   */
  public SymptomSearch begin(
      PartyCode hospital, KeySession keys, String symptomCode, Optional<String> question) {
    String code = SymptomCode.entered(symptomCode);
    AccountId patient = keys.account();
    if (episodes.finished(patient, hospital).isEmpty()) {
      throw new RefusedException(ErrorCode.SEARCH_NOTHING);
    }
    requireRoom(patient);
    Trapdoor trapdoor = personKeys.trapdoor(keys, code.getBytes(StandardCharsets.UTF_8));
    SearchId id = SearchId.random(suite.random());
    SymptomSearch search =
        new SymptomSearch(
            id,
            hospital,
            patient,
            question,
            secrets.protect(hospital, id, code),
            secrets.protect(hospital, id, trapdoor),
            clock.instant());
    List<PartyCode> clouds = episodes.clouds(hospital);
    register.add(
        search, clouds.stream().map(each -> new HistoryAnswer(search.id(), each)).toList());
    clouds.forEach(
        each ->
            post.send(
                hospital,
                each,
                SearchRequest.TYPE,
                trapdoors.request(hospital, each, id, trapdoor).encode(),
                Optional.empty()));
    return search;
  }

  private void requireRoom(AccountId patient) {
    Instant now = clock.instant();
    Optional<SymptomSearch> running = register.running(patient);
    if (running.filter(each -> each.isRunning(now)).isPresent()) {
      throw new RefusedException(ErrorCode.SEARCH_RUNNING);
    }
    running.ifPresent(
        silent -> {
          silent.end();
          register.flush();
        });
    List<SymptomSearch> begun = of(patient);
    if (begun.size() >= MOST_IN_A_DAY) {
      Instant first = begun.get(MOST_IN_A_DAY - 1).begunAt();
      long hours = Duration.between(now, first.plus(SymptomSearch.KEPT)).toHours() + 1;
      throw new RefusedException(
          ErrorCode.SEARCHES_OF_DAY, "The next can begin within " + hours + " h.");
    }
  }

  /** Those of the last day, latest first. */
  public List<SymptomSearch> of(AccountId patient) {
    return register.of(patient, clock.instant().minus(SymptomSearch.KEPT));
  }

  /** One of them. */
  public Optional<SymptomSearch> find(AccountId patient, String search) {
    return of(patient).stream().filter(each -> each.id().equals(search)).findFirst();
  }

  /** The last of them for that question. */
  public Optional<SymptomSearch> last(AccountId patient, String question) {
    return of(patient).stream()
        .filter(each -> each.question().filter(question::equals).isPresent())
        .findFirst();
  }

  /** Waits no more for clouds that say nothing, and deletes what is older than a day. */
  void clear() {
    Instant now = clock.instant();
    register.silent(now.minus(SymptomSearch.PATIENCE)).forEach(SymptomSearch::end);
    register.remove(now.minus(SymptomSearch.KEPT));
  }
}

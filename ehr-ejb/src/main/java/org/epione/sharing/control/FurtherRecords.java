package org.epione.sharing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.epione.account.boundary.Caller;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.KeySession;
import org.epione.custody.boundary.Will;
import org.epione.history.boundary.FoundRecord;
import org.epione.history.boundary.SearchDirectory;
import org.epione.history.boundary.SearchView;
import org.epione.ledger.record.EpisodeReference;
import org.epione.ledger.record.LedgerRecord;
import org.epione.party.boundary.Post;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.sharing.boundary.StandingRuleForm;
import org.epione.sharing.entity.FurtherQuestion;
import org.epione.sharing.entity.Inquiry;
import org.epione.team.boundary.EpisodeDirectory;
import org.epione.team.boundary.EpisodeFacts;

/**
 * The patient's side of a question for further records. The doctor asked without knowing whether
 * there are any; what the patient ticks she allows beforehand (ADR 17), and only of that the doctor
 * is told.
 */
@ApplicationScoped
public class FurtherRecords {

  @EJB private Post post;
  @EJB private EpisodeDirectory episodes;
  @EJB private SearchDirectory searches;
  @Inject private InquiryRegister register;
  @Inject private StandingRules rules;
  @Inject private Clock clock;

  /** That a doctor asks these patients for further records. */
  void asked(Digest bundle, Set<AccountId> patients, String symptomCode) {
    patients.stream()
        .filter(each -> register.takeFurther(bundle, each).isEmpty())
        .forEach(each -> register.add(new FurtherQuestion(bundle, each, symptomCode)));
  }

  /** The question, as long as it waits for the patient. */
  public Optional<FurtherQuestion> waiting(AccountId patient, Digest bundle) {
    return register.findFurther(bundle, patient).filter(FurtherQuestion::waits);
  }

  /**
   * Searches the patient's records for the symptom that was asked for.
   *
   * @param keys hers, which make the trapdoor
   * @throws RefusedException EHR-1003 where no records with a symptom are asked for, and what
   *     {@link SearchDirectory#begin} throws
   */
  public void search(KeySession keys, PartyCode hospital, Digest bundle) {
    FurtherQuestion question =
        register
            .takeFurther(bundle, keys.account())
            .filter(each -> each.waits() && !each.symptomCode().isEmpty())
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    searches.begin(hospital, keys, question.symptomCode(), bundle.hex());
  }

  /** The last search for what was asked for; empty before it, and when it was deleted. */
  public Optional<SearchView> search(FurtherQuestion question) {
    return searches.last(question.patient(), question.bundle().hex());
  }

  /**
   * What the patient can offer: her finished records there that were not asked for by name; those
   * with a symptom as far as a search has found them.
   */
  public List<EpisodeFacts> toOffer(FurtherQuestion question, PartyCode hospital) {
    Set<String> named =
        register.together(question.bundle(), question.patient()).stream()
            .map(Inquiry::episode)
            .collect(Collectors.toSet());
    Predicate<String> fits =
        question.symptomCode().isEmpty() ? each -> true : found(question)::contains;
    return episodes.finished(question.patient(), hospital).stream()
        .filter(each -> !named.contains(each.episode().hex()))
        .filter(each -> fits.test(each.episode().hex()))
        .limit(Bundles.MOST_RECORDS)
        .toList();
  }

  private Set<String> found(FurtherQuestion question) {
    return search(question).stream()
        .flatMap(each -> each.found().stream())
        .map(FoundRecord::id)
        .collect(Collectors.toSet());
  }

  /** Whether that patient has not said yet whether there are further ones. */
  boolean waits(AccountId patient, Digest bundle) {
    return register.takeFurther(bundle, patient).filter(FurtherQuestion::waits).isPresent();
  }

  /**
   * Answers it. An answer that was given stays as it is. A guardian's answer offers nothing: what
   * fits is searched for in the session of who was asked (ADR 27).
   *
   * @param patient who was asked: the caller, or a minor for whom she acts
   * @param offered EIDs in hexadecimal, none to offer nothing
   * @throws RefusedException EHR-1004 for a record that cannot be offered, and what {@link
   *     StandingRules#make} throws
   */
  void answer(Caller caller, AccountId patient, Digest bundle, List<String> offered, Will will) {
    Optional<FurtherQuestion> question =
        register.takeFurther(bundle, patient).filter(FurtherQuestion::waits);
    if (question.isEmpty()) {
      return;
    }
    if (!offered.isEmpty()) {
      if (!patient.equals(caller.accountId())) {
        throw new RefusedException(
            ErrorCode.INVALID_INPUT, "Only she herself can offer further records.");
      }
      offer(caller, question.get(), Set.copyOf(offered), will);
    }
    question.get().answered(clock.instant());
  }

  private void offer(Caller patient, FurtherQuestion question, Set<String> offered, Will will) {
    List<EpisodeFacts> chosen =
        toOffer(question, patient.party()).stream()
            .filter(each -> offered.contains(each.episode().hex()))
            .toList();
    if (chosen.size() != offered.size()) {
      throw new RefusedException(
          ErrorCode.INVALID_INPUT, "One of the records is not yours, or was not asked for.");
    }
    Inquiry inquiry = register.together(question.bundle(), patient.accountId()).get(0);
    rules.make(
        patient,
        new StandingRuleForm(
            LedgerRecord.decode(inquiry.requestRecord()).author().hex(),
            inquiry.purpose(),
            false,
            List.copyOf(offered),
            inquiry.until()),
        will);
    post.send(
        inquiry.hospital(),
        inquiry.askingHospital(),
        OfferedMessage.TYPE,
        new OfferedMessage(
                question.bundle(),
                chosen.stream().map(each -> EpisodeReference.of(each.episode())).toList())
            .encode(),
        Optional.empty());
  }
}

package org.epione.web.sharing;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.epione.history.boundary.SearchStanding;
import org.epione.history.boundary.SearchView;
import org.epione.platform.error.RefusedException;
import org.epione.sharing.boundary.BundleDecision;
import org.epione.sharing.boundary.Consents;
import org.epione.sharing.boundary.FurtherView;
import org.epione.sharing.boundary.InquiryView;
import org.epione.sharing.boundary.OwnRecordView;
import org.epione.team.boundary.MyTreatments;
import org.epione.team.boundary.TreatmentView;
import org.epione.web.error.PageMessages;
import org.epione.web.guardian.ActingFor;
import org.epione.web.input.Password;
import org.epione.web.session.SignedInUser;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A patient answers one question for several records, and takes several consents back. Nothing is
 * ticked before she ticks it; before she signs she sees what she allows and what she refuses.
 */
@Named("questionsPage")
@ViewScoped
public class QuestionsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Set<SearchStanding> GOES_ON_OR_DONE =
      EnumSet.of(SearchStanding.SEARCHING, SearchStanding.DONE);

  @EJB private transient Consents consents;
  @EJB private transient MyTreatments treatments;
  @Inject private transient Texts texts;
  @Inject private transient SignedInUser user;
  @Inject private ConsentsPage page;
  @Inject private ActingFor actingFor;

  private final Map<String, Boolean> ticked = new HashMap<>();
  private String bundle = "";
  private List<String> allowed = new ArrayList<>();
  private List<String> refused = new ArrayList<>();
  private List<String> offered = new ArrayList<>();
  private transient String password = "";
  private transient @Nullable Map<String, TreatmentView> episodes;
  private transient @Nullable Map<String, Optional<FurtherView>> furthers;

  /** Looks at what it means to consent to all of a question. */
  public void all(String question) {
    choose(question, each -> true);
    offered = new ArrayList<>();
  }

  /** Looks at what it means to consent to what is ticked, and to refuse the rest. */
  public void onlyTicked(String question) {
    choose(question, each -> Boolean.TRUE.equals(ticked.get(each.id())));
    offered =
        new ArrayList<>(
            further(question).stream()
                .flatMap(each -> each.records().stream())
                .map(OwnRecordView::episode)
                .filter(each -> Boolean.TRUE.equals(ticked.get(question + each)))
                .toList());
  }

  /** Looks at what it means to refuse all of a question. */
  public void none(String question) {
    choose(question, each -> false);
    offered = new ArrayList<>();
  }

  private void choose(String question, Predicate<InquiryView> choice) {
    bundle = question;
    Map<Boolean, List<String>> sides =
        page.getQuestions().stream()
            .filter(each -> each.id().equals(question))
            .flatMap(each -> each.rows().stream())
            .collect(
                Collectors.partitioningBy(
                    choice, Collectors.mapping(InquiryView::id, Collectors.toList())));
    allowed = new ArrayList<>(Objects.requireNonNull(sides.get(true)));
    refused = new ArrayList<>(Objects.requireNonNull(sides.get(false)));
  }

  /** Signs the answer that was looked at. */
  public void decide() {
    act(
        copy ->
            consents.decideTogether(new BundleDecision(bundle, allowed, refused, offered), copy),
        "question.answered");
  }

  /** Looks at what can be taken back together with a consent. */
  public void chooseWithdrawal(String question) {
    bundle = question;
    allowed = new ArrayList<>(active(question).stream().map(InquiryView::id).toList());
    refused = new ArrayList<>();
  }

  /** Takes back what was looked at. */
  public void withdraw() {
    act(copy -> consents.withdrawTogether(bundle, allowed, copy), "question.withdrawn");
  }

  private void act(Consumer<char[]> decision, String done) {
    try {
      Password.with(password, decision);
      PageMessages.done(texts.get("sharingText", done), "");
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
    page.refresh();
    furthers = null;
  }

  /**
   * Whether that question is also for further records, and which she can offer; on a child's page
   * there is nothing to offer.
   */
  public Optional<FurtherView> further(String question) {
    if (question.isEmpty() || actingFor.isOn()) {
      return Optional.empty();
    }
    if (furthers == null) {
      furthers = new HashMap<>();
    }
    return furthers.computeIfAbsent(question, consents::further);
  }

  /** Searches for the symptom that a question asks further records with. */
  public void search(String question) {
    try {
      consents.searchFurther(user.keySession(), question);
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
    furthers = null;
  }

  /** Looks how far searches are. */
  public void look() {
    furthers = null;
  }

  /** Whether a search is to be begun for a question, for the first time or again. */
  public boolean isToSearch(String question) {
    return kind(question)
        .filter(
            each ->
                each.search().map(SearchView::standing).filter(GOES_ON_OR_DONE::contains).isEmpty())
        .isPresent();
  }

  /** Whether a search for a question goes on. */
  public boolean isSearching(String question) {
    return kind(question)
        .flatMap(FurtherView::search)
        .filter(each -> each.standing() == SearchStanding.SEARCHING)
        .isPresent();
  }

  /** Whether any search goes on. */
  public boolean isSearching() {
    return page.getQuestions().stream().anyMatch(each -> isSearching(each.id()));
  }

  private Optional<FurtherView> kind(String question) {
    return further(question).filter(each -> !each.symptomCode().isEmpty());
  }

  /** What is offered of further records. */
  public List<OwnRecordView> getOffered() {
    return further(bundle).stream()
        .flatMap(each -> each.records().stream())
        .filter(each -> offered.contains(each.episode()))
        .toList();
  }

  /** The consents of one question under which can be read. */
  public List<InquiryView> active(String question) {
    return page.getDecided().stream()
        .filter(each -> each.active() && each.bundle().filter(question::equals).isPresent())
        .toList();
  }

  /** The question that is looked at, as long as it waits. */
  public @Nullable InquiryView getAsked() {
    return find(allowed.isEmpty() ? refused : allowed).stream().findFirst().orElse(null);
  }

  /** What is consented to, or taken back. */
  public List<InquiryView> getAllowed() {
    return find(allowed);
  }

  /** What is refused. */
  public List<InquiryView> getRefused() {
    return find(refused);
  }

  private List<InquiryView> find(List<String> ids) {
    List<InquiryView> all = new ArrayList<>(page.getDecided());
    page.getQuestions().forEach(each -> all.addAll(each.rows()));
    return all.stream().filter(each -> ids.contains(each.id())).toList();
  }

  /** The patient's episode of a record; null where it is not listed any more. */
  public @Nullable TreatmentView episode(String reference) {
    if (episodes == null) {
      episodes =
          actingFor.listed(treatments::of).stream()
              .collect(
                  Collectors.toMap(TreatmentView::reference, each -> each, (one, other) -> one));
    }
    return episodes.get(reference);
  }

  public Map<String, Boolean> getTicked() {
    return ticked;
  }

  public String getPassword() {
    return "";
  }

  public void setPassword(@Nullable String password) {
    this.password = Objects.requireNonNullElse(password, "");
  }
}

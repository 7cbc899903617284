package org.epione.web.sharing;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.epione.platform.error.RefusedException;
import org.epione.sharing.boundary.CaseView;
import org.epione.sharing.boundary.ReEncryptionDesk;
import org.epione.sharing.boundary.RefusalReason;
import org.epione.web.error.PageMessages;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** The system manager's queue of grants that wait for a re-encryption key, and those before. */
@Named("reEncryptionPage")
@ViewScoped
public class ReEncryptionPage implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final Set<String> RUNNING = Set.of("ORDERED", "ISSUING");
  private static final Set<String> OPEN = Set.of("WAITING", "ORDERED", "ISSUING");

  @EJB private transient ReEncryptionDesk desk;
  @Inject private transient Texts texts;

  private final HashSet<String> followed = new HashSet<>();
  private String refused = "";
  private @Nullable RefusalReason reason;
  private transient @Nullable List<CaseView> cases;

  /** Issues the key of a grant. */
  public void issue(String id) {
    act(() -> desk.issue(id), "case.issued");
  }

  /** Opens the dialog in which a grant's key is refused. */
  public void prepareRefusal(String id) {
    refused = id;
    reason = null;
  }

  /** Refuses that key. */
  public void refuse() {
    RefusalReason chosen = Objects.requireNonNull(reason);
    act(() -> desk.refuse(refused, chosen), "case.refused");
  }

  /** The reasons to choose from. */
  public List<RefusalReason> getReasons() {
    return RefusalReason.ofOfficers();
  }

  public @Nullable RefusalReason getReason() {
    return reason;
  }

  public void setReason(@Nullable RefusalReason reason) {
    this.reason = reason;
  }

  /** Orders all keys of a bundle that wait. */
  public void issueAll(String bundle) {
    followed.add(bundle);
    List<String> waiting =
        all().stream()
            .filter(each -> each.bundle().equals(bundle) && each.state().equals("WAITING"))
            .map(CaseView::id)
            .toList();
    if (!waiting.isEmpty()) {
      act(() -> desk.issueTogether(waiting), "case.ordered");
    }
  }

  /** Loads the list again. */
  public void refresh() {
    cases = null;
  }

  private void act(Runnable decision, String done) {
    try {
      decision.run();
      PageMessages.done(texts.get("sharingText", done), "");
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
    cases = null;
  }

  /** All grants but those that are shown as asked together. */
  public List<CaseView> getCases() {
    Set<String> shown = new HashSet<>();
    getBundles().forEach(each -> shown.add(each.id()));
    return all().stream().filter(each -> !shown.contains(each.bundle())).toList();
  }

  /** What was asked together, as long as a key of it waits or this visit is about it. */
  public List<Together<CaseView>> getBundles() {
    return Together.of(all(), each -> Optional.of(each.bundle())).stream()
        .filter(each -> each.size() > 1)
        .filter(
            each ->
                followed.contains(each.id())
                    || each.rows().stream().anyMatch(row -> OPEN.contains(row.state())))
        .toList();
  }

  /** How many of them are in that state. */
  public long count(Together<CaseView> bundle, String state) {
    return bundle.rows().stream().filter(each -> each.state().equals(state)).count();
  }

  /** Whether keys are being issued. */
  public boolean isRunning() {
    return all().stream().anyMatch(each -> RUNNING.contains(each.state()));
  }

  private List<CaseView> all() {
    if (cases == null) {
      cases = desk.cases();
    }
    return cases;
  }
}

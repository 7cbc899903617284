package org.epione.web.sharing;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.epione.platform.error.RefusedException;
import org.epione.sharing.boundary.Consents;
import org.epione.sharing.boundary.InquiryView;
import org.epione.web.error.PageMessages;
import org.epione.web.guardian.ActingFor;
import org.epione.web.input.Password;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** A patient's requests to decide, her consents, and who read. */
@Named("consentsPage")
@ViewScoped
public class ConsentsPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @EJB private transient Consents consents;
  @Inject private transient Texts texts;
  @Inject private ActingFor actingFor;

  private String selected = "";
  private transient String password = "";
  private transient @Nullable List<InquiryView> waiting;
  private transient @Nullable List<InquiryView> decided;

  /** Consents to the selected request. */
  public void consent() {
    act(copy -> consents.consent(selected, copy), "consent.given");
  }

  /** Refuses the selected request. */
  public void refuse() {
    act(copy -> consents.refuse(selected, copy), "consent.refused");
  }

  /** Takes the selected consent back. */
  public void withdraw() {
    act(copy -> consents.withdraw(selected, copy), "consent.withdrawn");
  }

  private void act(Consumer<char[]> decision, String done) {
    try {
      Password.with(password, decision);
      PageMessages.done(texts.get("sharingText", done), "");
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
    refresh();
  }

  /** Loads the lists again when they are shown next. */
  public void refresh() {
    waiting = null;
    decided = null;
  }

  /** What waits for itself. */
  public List<InquiryView> getWaiting() {
    return allWaiting().stream().filter(each -> each.bundle().isEmpty()).toList();
  }

  /** What was asked together, as one question each. */
  public List<Together<InquiryView>> getQuestions() {
    return Together.of(allWaiting(), InquiryView::bundle);
  }

  private List<InquiryView> allWaiting() {
    if (waiting == null) {
      waiting = actingFor.listed(consents::waitingOf);
    }
    return waiting;
  }

  public List<InquiryView> getDecided() {
    if (decided == null) {
      decided = actingFor.listed(consents::decidedOf);
    }
    return decided;
  }

  /** The request that a dialog is about. */
  public @Nullable InquiryView getChosen() {
    return java.util.stream.Stream.concat(getWaiting().stream(), getDecided().stream())
        .filter(each -> each.id().equals(selected))
        .findFirst()
        .orElse(null);
  }

  public String getPassword() {
    return "";
  }

  public void setPassword(@Nullable String password) {
    this.password = Objects.requireNonNullElse(password, "");
  }

  public String getSelected() {
    return selected;
  }

  public void setSelected(@Nullable String selected) {
    this.selected = Objects.requireNonNullElse(selected, "");
  }
}

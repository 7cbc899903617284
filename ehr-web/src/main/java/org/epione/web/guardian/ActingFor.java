package org.epione.web.guardian;

import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.function.Function;
import org.epione.guardian.boundary.GuardianshipState;
import org.epione.guardian.boundary.GuardianshipView;
import org.epione.guardian.boundary.MyGuardianships;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.web.error.PageMessages;
import org.epione.web.input.Input;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/**
 * For whom a page of a patient's is shown: the person herself, or a minor for whom she acts. It
 * belongs to the page and is in its address, not in the session: of two windows, each stays with
 * the person whose name it shows.
 */
@Named
@ViewScoped
public class ActingFor implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String TEXTS = "guardianText";

  @EJB private transient MyGuardianships guardianships;
  @Inject private transient ForWhom forWhom;
  @Inject private transient Texts texts;

  private String id = "";
  private transient @Nullable List<GuardianshipView> choices;

  /** Called when the page is shown: goes to the list where nobody acts, or not any more. */
  public @Nullable String open() {
    if (id.isEmpty() || getView() != null) {
      return null;
    }
    FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
    PageMessages.failed(texts.get(TEXTS, "acting.over"), texts.get(TEXTS, "acting.overDetail"));
    return "/patient/guardian?faces-redirect=true";
  }

  /** Whether the page is another's. */
  public boolean isOn() {
    return !id.isEmpty();
  }

  /**
   * Whose page it is.
   *
   * @throws RefusedException EHR-1003 when the person does not act for her any more
   */
  public AccountId patient() {
    return forWhom.patient(id);
  }

  /** What the page lists of that patient; nothing, with the reason, where acting has ended. */
  public <T> List<T> listed(Function<AccountId, List<T>> list) {
    if (id.isEmpty()) {
      return list.apply(patient());
    }
    try {
      return list.apply(patient());
    } catch (RefusedException over) {
      PageMessages.refused(over);
      return List.of();
    }
  }

  /** Those for whom the person acts. */
  public List<GuardianshipView> getChoices() {
    if (choices == null) {
      choices =
          guardianships.mine().stream()
              .filter(each -> each.state() == GuardianshipState.IN_FORCE)
              .toList();
    }
    return choices;
  }

  /** The guardianship by which the page is shown. */
  public @Nullable GuardianshipView getView() {
    return getChoices().stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
  }

  /** The name of the minor; empty on the person's own page. */
  public String getName() {
    GuardianshipView view = getView();
    return view == null ? "" : view.ward();
  }

  /** The title of a page: the person's own, or one that names the minor. */
  public String title(String page, String own) {
    return isOn() ? texts.get(TEXTS, "title." + page, getName()) : own;
  }

  /** What is said below the title. */
  public String lead(String own) {
    return isOn() ? texts.get(TEXTS, "acting.lead", getName()) : own;
  }

  /** The guardianship of the address; empty on the person's own page. */
  public String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = Input.text(id);
  }
}

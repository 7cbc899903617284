package org.epione.web.shell;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.epione.platform.error.RefusedException;
import org.epione.web.error.PageMessages;
import org.epione.web.input.Password;
import org.jspecify.annotations.Nullable;

/**
 * Cases in which a share is asked of the system manager: it selects one and releases the share with
 * a password, or refuses, with a reason for either. Auditors look.
 *
 * @param <V> a case as a page shows it
 */
public abstract class CasesPage<V> implements Serializable {

  private static final long serialVersionUID = 1L;

  private String selected = "";
  private String reason = "";
  private transient String password = "";
  private transient @Nullable List<V> rows;

  /** All cases, in the order in which they are shown. */
  protected abstract List<V> all();

  protected abstract String idOf(V row);

  protected abstract void releaseShare(String id, String why, char[] typed);

  protected abstract void refuseShare(String id, String why);

  /** What the page says when it is done, by the name of the text. */
  protected abstract String text(String name);

  /** Releases the share for the selected one. */
  public void release() {
    decide(
        id -> Password.with(password, typed -> releaseShare(id, reason, typed)), "cases.released");
  }

  /** Refuses the selected one. */
  public void refuse() {
    decide(id -> refuseShare(id, reason), "cases.refused");
  }

  private void decide(Consumer<String> act, String done) {
    try {
      act.accept(selected);
      PageMessages.done(text(done), "");
      select("");
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
      rows = null;
    }
  }

  /** Shows one of them, or none. */
  public void select(String id) {
    selected = id;
    reason = "";
    rows = null;
  }

  /** Shows what has changed since. */
  public void reload() {
    rows = null;
  }

  public List<V> getRows() {
    if (rows == null) {
      rows = all();
    }
    return rows;
  }

  /** The selected one, or null. */
  public @Nullable V getRow() {
    return getRows().stream().filter(each -> idOf(each).equals(selected)).findFirst().orElse(null);
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = Objects.requireNonNullElse(reason, "");
  }

  /** Always empty: a password is never sent back. */
  public String getPassword() {
    return "";
  }

  public void setPassword(@Nullable String password) {
    this.password = Objects.requireNonNullElse(password, "");
  }
}

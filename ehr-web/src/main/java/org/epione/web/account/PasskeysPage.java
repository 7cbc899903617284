package org.epione.web.account;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.epione.account.boundary.PasskeyView;
import org.epione.account.boundary.Passkeys;
import org.epione.platform.error.RefusedException;
import org.epione.web.error.PageMessages;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A person adds and removes passkeys. Each needs her password and a code: then her browser asks an
 * authenticator, whose answer comes by itself; or the passkey that she chose is gone.
 */
@Named("passkeysPage")
@ViewScoped
public class PasskeysPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String BUNDLE = "accountText";

  @EJB private transient Passkeys passkeys;
  @Inject private transient Texts texts;

  private String name = "";
  private final Proof proof = new Proof();
  private String answer = "";

  /** What is asked of an authenticator; empty while nothing is. */
  private String options = "";

  /** The id of the passkey that is to go; empty while none is. */
  private String leaving = "";

  private transient @Nullable List<PasskeyView> rows;

  /** Asks for one, by what the page then shows. */
  public void begin() {
    act((password, code) -> options = passkeys.begin(name, password, code));
  }

  /** Takes what the authenticator has made. */
  public void add() {
    String given = answer;
    stop();
    try {
      passkeys.add(name, given);
      PageMessages.done(texts.get(BUNDLE, "passkeys.added"), "");
      name = "";
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
    rows = null;
  }

  /** Asks whether that one is to go. */
  public void choose(String id) {
    stop();
    leaving = id;
  }

  /** Removes it. */
  public void remove() {
    String gone = leaving;
    act(
        (password, code) -> {
          passkeys.remove(gone, password, code);
          stop();
          PageMessages.done(texts.get(BUNDLE, "passkeys.removed"), "");
        });
  }

  /** Neither adds nor removes anything. */
  public void stop() {
    options = "";
    leaving = "";
    answer = "";
  }

  private void act(BiConsumer<char[], String> act) {
    proof.use(act);
    rows = null;
  }

  /** Whether this server allows them. */
  public boolean isAllowed() {
    return passkeys.areAllowed();
  }

  public List<PasskeyView> getRows() {
    if (rows == null) {
      rows = passkeys.mine();
    }
    return rows;
  }

  /** Whether there is no room for another. */
  public boolean isFull() {
    return getRows().size() >= Passkeys.MOST;
  }

  /** What the browser asks an authenticator for; empty while nothing is asked. */
  public String getOptions() {
    return options;
  }

  /** The passkey that is to go, or null. */
  public @Nullable PasskeyView getLeaving() {
    Optional<PasskeyView> chosen =
        getRows().stream().filter(each -> each.id().equals(leaving)).findFirst();
    return chosen.orElse(null);
  }

  /** What a screen reader calls the button that removes it. */
  public String removalOf(PasskeyView row) {
    return texts.get(BUNDLE, "passkeys.removalOf", row.name());
  }

  public String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = Objects.requireNonNullElse(name, "");
  }

  /** What she types to prove that it is she. */
  public Proof getProof() {
    return proof;
  }

  /** Always empty: an answer is never sent back. */
  public String getAnswer() {
    return "";
  }

  public void setAnswer(@Nullable String answer) {
    this.answer = Objects.requireNonNullElse(answer, "");
  }
}

package org.epione.web.account;

import java.io.Serializable;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.epione.platform.error.RefusedException;
import org.epione.web.error.PageMessages;
import org.epione.web.input.Password;
import org.jspecify.annotations.Nullable;

/**
 * The password and the code that a person types to change her second factor. Both are there for one
 * act, and are sent back to nobody.
 */
public final class Proof implements Serializable {

  private static final long serialVersionUID = 1L;

  private transient String password = "";
  private String code = "";

  /** Nothing typed yet. */
  Proof() {}

  /** Acts with what was typed, and forgets it; what is refused is told on the page. */
  void use(BiConsumer<char[], String> act) {
    try {
      Password.with(password, typed -> act.accept(typed, code));
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
    forget();
  }

  /** The code as typed. */
  String typedCode() {
    return code;
  }

  /** Nothing is typed any more. */
  void forget() {
    password = "";
    code = "";
  }

  /** Always empty: a password is never sent back. */
  public String getPassword() {
    return "";
  }

  public void setPassword(@Nullable String password) {
    this.password = Objects.requireNonNullElse(password, "");
  }

  /** Always empty: a code is never sent back. */
  public String getCode() {
    return "";
  }

  public void setCode(@Nullable String code) {
    this.code = Objects.requireNonNullElse(code, "");
  }
}

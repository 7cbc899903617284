package org.epione.recovery.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.epione.account.boundary.Sources;
import org.epione.platform.attempt.AttemptKind;
import org.epione.platform.attempt.Attempts;
import org.epione.recovery.control.Completion;
import org.epione.recovery.control.Requests;

/** What a person does who has lost her password, and so is not signed in. */
@Stateless
@PermitAll
public class LostPasswords {

  private static final int LONGEST_NAME = 256;

  @Inject private Requests requests;
  @Inject private Completion completion;
  @EJB private Attempts attempts;

  /**
   * Says that the password is lost. Does and answers the same for a name that nobody has, and for a
   * recovery that is under way already.
   *
   * @param source where the request came from (address), for counting
   * @throws org.epione.platform.error.RefusedException EHR-1017 when the source asked too often
   */
  public void ask(String source, String userName) {
    attempts.begin(AttemptKind.SOURCE, Sources.asking(source));
    if (!userName.isBlank() && userName.length() <= LONGEST_NAME) {
      requests.ask(userName);
    }
  }

  /**
   * Sets another password with the code that was handed out. The keys stay the same; all sessions
   * end; a second factor stays.
   *
   * @param source where the request came from (address), for counting
   * @param password wiped by the caller
   * @throws org.epione.platform.error.RefusedException EHR-1046 when the code is wrong, used or
   *     expired (no difference is told), EHR-1047 before the system manager has answered, EHR-1012
   *     for a weak password, EHR-1049 when the shares do not go together, EHR-1017 when too many
   *     attempts failed before
   */
  public void complete(String source, String code, char[] password) {
    completion.complete(source, code, password);
  }
}

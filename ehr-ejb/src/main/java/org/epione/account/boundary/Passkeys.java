package org.epione.account.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.epione.account.control.PasskeyRows;
import org.epione.account.control.SecondFactors;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.settings.PortalOrigin;
import org.epione.settings.Settings;

/**
 * The calling person's own passkeys, each good in place of a code of her second factor (WebAuthn
 * Level 3); at most 10. Of any role; all methods refuse with EHR-1001 who is not signed in. There
 * are none unless {@code EPIONE_PORTAL_ORIGIN} is set, and none without a second factor. Passwords
 * are wiped by the caller.
 */
@Stateless
@PermitAll
public class Passkeys {

  /** How many a person may have. */
  public static final int MOST = 10;

  private static final int LONGEST_NAME = 64;

  @EJB private Callers callers;
  @EJB private PasskeyRows rows;
  @Inject private SecondFactors factors;
  @Inject private Settings settings;

  /** Whether this server allows them. */
  public boolean areAllowed() {
    return settings.portalOrigin().isPresent();
  }

  /** The person's, the oldest first; empty where the server allows none. */
  public List<PasskeyView> mine() {
    Caller person = callers.current();
    return settings.portalOrigin().map(portal -> rows.of(person, portal)).orElse(List.of());
  }

  /**
   * Begins to add one: an authenticator has five minutes to answer, and an answer to what was begun
   * before is not taken any more.
   *
   * @param name 1 to 64 characters, by which the person knows it again
   * @return what the browser asks the authenticator for, JSON for {@code
   *     navigator.credentials.create} with bytes in Base64 for URLs
   * @throws RefusedException EHR-1004 for a name that is none, EHR-1011 for a wrong password,
   *     EHR-1041 for a wrong code, EHR-1044 when there is no second factor, EHR-4851 when the
   *     server allows none, EHR-4853 when there are too many
   */
  public String begin(String name, char[] password, String code) {
    Caller person = callers.current();
    PortalOrigin portal = portal();
    requireName(name);
    factors.prove(person, password, code);
    return rows.creation(person, portal);
  }

  /**
   * Adds what the authenticator has made.
   *
   * @param name as before
   * @param answer JSON of at most 32 KiB in the form of {@code PublicKeyCredential.toJSON()}
   * @throws RefusedException EHR-1004 for a name that is none, EHR-1044 when the second factor was
   *     switched off, EHR-4851 when the server allows none, EHR-4852 when the answer is not right
   *     or too late, EHR-4853 when there are too many, EHR-4854 when the authenticator's passkey is
   *     known
   */
  public void add(String name, String answer) {
    Caller person = callers.current();
    String named = requireName(name);
    rows.add(person, portal(), named, answer)
        .ifPresent(
            why -> {
              throw new RefusedException(why);
            });
  }

  /**
   * Takes one away.
   *
   * @throws RefusedException EHR-1011 for a wrong password, EHR-1041 for a wrong code, EHR-1044
   *     when there is no second factor, EHR-4855 when there is no such passkey
   */
  public void remove(String id, char[] password, String code) {
    Caller person = callers.current();
    factors.prove(person, password, code);
    if (!rows.remove(person.accountId(), id)) {
      throw new RefusedException(ErrorCode.PASSKEY_GONE);
    }
  }

  private static String requireName(String name) {
    return Optional.of(name.strip())
        .filter(each -> !each.isEmpty() && each.length() <= LONGEST_NAME)
        .filter(each -> each.chars().noneMatch(Character::isISOControl))
        .orElseThrow(
            () ->
                new RefusedException(
                    ErrorCode.INVALID_INPUT, "A passkey's name has 1 to 64 characters."));
  }

  private PortalOrigin portal() {
    return settings
        .portalOrigin()
        .orElseThrow(() -> new RefusedException(ErrorCode.PASSKEYS_NOT_ALLOWED));
  }
}

package org.epione.account.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Optional;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/**
 * The accounts of people. Features invite people through this boundary after they decided that the
 * caller may; it is not called from pages or resources, except for {@link #activate} and {@link
 * #changePassword}.
 */
@Stateless
@PermitAll
public class Accounts {

  /**
   * Makes an account with keys (a doctor's for signing and receiving, a patient's for signing and
   * her record) that wait, wrapped, for its person's activation code. The public keys can be used
   * at once: {@code PersonKeys.publicKeys}.
   *
   * @param personReference the feature's own key of the person, at most 64 characters
   */
  public Invitation invite(PartyCode party, Role role, String displayName, String personReference) {
    throw new UnsupportedOperationException();
  }

  /**
   * The activation code of an account that waits for its person, to print it.
   *
   * @throws org.epione.platform.error.RefusedException when the account waits no longer
   */
  public Invitation invitation(AccountId account) {
    throw new UnsupportedOperationException();
  }

  /** A new activation code in place of the one before, for example because that one expired. */
  public Invitation renewInvitation(AccountId account) {
    throw new UnsupportedOperationException();
  }

  /**
   * Gives the account its user name and password; the code cannot be used again.
   *
   * @param source where the request came from, for counting failures
   * @param password wiped by the caller
   * @throws org.epione.platform.error.RefusedException when the code is wrong, used or expired (no
   *     difference is told), the name is taken or the password weak
   */
  public AccountId activate(String source, String code, String userName, char[] password) {
    throw new UnsupportedOperationException();
  }

  /** Changes the password of an account; open key sessions stay open. */
  public void changePassword(AccountId account, char[] before, char[] after) {
    throw new UnsupportedOperationException();
  }

  /** Lets a locked account try again. */
  public void unlock(AccountId account) {
    throw new UnsupportedOperationException();
  }

  /** Changes the shown name, for example after an ADT^A08. */
  public void rename(AccountId account, String displayName) {
    throw new UnsupportedOperationException();
  }

  /** The account of that id. */
  public Optional<AccountView> find(AccountId account) {
    throw new UnsupportedOperationException();
  }

  /** The account of that person at that party. */
  public Optional<AccountView> find(PartyCode party, Role role, String personReference) {
    throw new UnsupportedOperationException();
  }

  /** The accounts of a party in a role, by shown name. */
  public List<AccountView> ofParty(PartyCode party, Role role) {
    throw new UnsupportedOperationException();
  }
}

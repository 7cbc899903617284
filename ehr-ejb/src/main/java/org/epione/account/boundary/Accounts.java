package org.epione.account.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.epione.account.control.AccountBook;
import org.epione.account.control.AccountEvents;
import org.epione.account.control.Activation;
import org.epione.account.control.Invitations;
import org.epione.account.control.SecondFactors;
import org.epione.account.entity.Account;
import org.epione.custody.boundary.KeySession;
import org.epione.custody.boundary.PersonKeys;
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

  @Inject private AccountBook book;

  @Inject private Invitations invitations;

  @Inject private Activation activation;
  @Inject private SecondFactors factors;
  @Inject private AccountEvents events;

  @EJB private PersonKeys personKeys;
  @EJB private Sessions sessions;

  /**
   * Makes an account with keys (a doctor's for signing and receiving, a patient's for signing and
   * her record) that wait, wrapped, for its person's activation code. The public keys can be used
   * at once: {@code PersonKeys.publicKeys}.
   *
   * @param personReference the feature's own key of the person, at most 64 characters
   * @throws org.epione.platform.error.RefusedException EHR-1005 when the person has one
   */
  public Invitation invite(PartyCode party, Role role, String displayName, String personReference) {
    ActivationCode code = invitations.newCode();
    Account account = book.create(party, role, displayName, personReference, code.secret());
    return invitations.keep(account, code);
  }

  /**
   * The activation code of an account that waits for its person, to print it.
   *
   * @throws org.epione.platform.error.RefusedException EHR-1013 when the account waits no longer
   */
  public Invitation invitation(AccountId account) {
    return invitations.show(book.get(account));
  }

  /** A new activation code in place of the one before, for example because that one expired. */
  public Invitation renewInvitation(AccountId account) {
    return invitations.renew(book.get(account));
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
    return activation.activate(source, code, userName, password);
  }

  /**
   * Changes the password of whose session that is, and ends her other sessions: whoever knew the
   * password before is out.
   *
   * @throws org.epione.platform.error.RefusedException EHR-1011 when the one before is wrong,
   *     EHR-1012 when the new one is weak
   */
  public void changePassword(KeySession session, char[] before, char[] after) {
    activation.changePassword(session.account(), before, after);
    sessions.closeOthers(session.account(), session);
  }

  /** Lets a locked account try again. */
  public void unlock(AccountId account) {
    personKeys.unlock(account);
  }

  /**
   * Takes the second factor from an account whose person has lost it; she is told.
   *
   * @param by who does it, and has decided that it may be done
   * @throws org.epione.platform.error.RefusedException EHR-1044 when there is none
   */
  public void resetSecondFactor(AccountId account, AccountId by) {
    factors.reset(account, by);
  }

  /** Changes the shown name, for example after an ADT^A08. */
  public void rename(AccountId account, String displayName) {
    book.rename(book.get(account), displayName);
  }

  /**
   * Refuses a password that may not be this account's.
   *
   * @throws org.epione.platform.error.RefusedException EHR-1012 when it is weak
   */
  public void requireStrong(AccountId account, char[] password) {
    activation.requireStrong(account, password);
  }

  /** Keeps what happened to an account's protection, for its person and for audits. */
  public void note(AccountId account, AccountEventKind kind, AccountId by) {
    events.add(account, kind, by);
  }

  /** Tells somebody who acts for a minor what happened to that minor's records. */
  public void noteAbout(AccountId ward, AccountId guardian, AccountEventKind kind, AccountId by) {
    events.addAbout(ward, guardian, kind, by);
  }

  /** The active account of that user name, in any case. */
  public Optional<KnownAccount> ofUserName(String userName) {
    return book.ofUserName(userName.strip().toLowerCase(Locale.ROOT))
        .filter(account -> account.state() == AccountState.ACTIVE)
        .map(
            account ->
                new KnownAccount(
                    AccountId.of(account.id()), new PartyCode(account.party()), account.role()));
  }

  /** The account of that id. */
  public Optional<AccountView> find(AccountId account) {
    return book.find(account).map(this::view);
  }

  /** The name that people see; empty where there is no such account. */
  public String name(AccountId account) {
    return find(account).map(AccountView::displayName).orElse("");
  }

  /** The account of that person at that party. */
  public Optional<AccountView> find(PartyCode party, Role role, String personReference) {
    return book.ofPerson(party, role, personReference).map(this::view);
  }

  /** The accounts of a party in a role, by shown name. */
  public List<AccountView> ofParty(PartyCode party, Role role) {
    return book.ofParty(party, role).stream()
        .map(this::view)
        .sorted(Comparator.comparing(AccountView::displayName))
        .toList();
  }

  private AccountView view(Account account) {
    return new AccountView(
        AccountId.of(account.id()),
        Optional.ofNullable(account.userName()),
        book.displayName(account),
        account.role(),
        new PartyCode(account.party()),
        account.personReference(),
        account.state(),
        invitations.expiry(account));
  }
}

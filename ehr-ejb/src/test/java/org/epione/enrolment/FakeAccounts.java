package org.epione.enrolment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.epione.account.boundary.AccountState;
import org.epione.account.boundary.AccountView;
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.Invitation;
import org.epione.account.boundary.Role;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/** Accounts without keys, so that tests of other things need not stretch codes. */
public final class FakeAccounts extends Accounts {

  private static final Instant EXPIRES = Instant.EPOCH.plus(Duration.ofDays(30));

  private final Map<AccountId, AccountView> views = new HashMap<>();
  private final Map<AccountId, Integer> codes = new HashMap<>();

  /** Accounts that were let in again. */
  public final List<AccountId> unlocked = new ArrayList<>();

  @Override
  public Invitation invite(PartyCode party, Role role, String displayName, String reference) {
    AccountId id = new AccountId(UUID.randomUUID());
    views.put(id, view(id, party, role, displayName, reference, AccountState.INVITED));
    codes.put(id, 1);
    return invitation(id);
  }

  @Override
  public Invitation invitation(AccountId account) {
    Integer code = codes.get(account);
    if (code == null) {
      throw new RefusedException(ErrorCode.ACTIVATION_REFUSED);
    }
    return new Invitation(account, "CODE-" + code, EXPIRES);
  }

  @Override
  public Invitation renewInvitation(AccountId account) {
    codes.computeIfPresent(account, (id, code) -> code + 1);
    return invitation(account);
  }

  /** As if the person had used the code. */
  public void activate(AccountId account) {
    AccountView before = views.get(account);
    codes.remove(account);
    views.put(
        account,
        view(
            account,
            before.party(),
            before.role(),
            before.displayName(),
            before.personReference(),
            AccountState.ACTIVE));
  }

  @Override
  public void unlock(AccountId account) {
    unlocked.add(account);
  }

  @Override
  public void rename(AccountId account, String displayName) {
    AccountView before = views.get(account);
    views.put(
        account,
        view(
            account,
            before.party(),
            before.role(),
            displayName,
            before.personReference(),
            before.state()));
  }

  @Override
  public Optional<AccountView> find(AccountId account) {
    return Optional.ofNullable(views.get(account));
  }

  @Override
  public Optional<AccountView> find(PartyCode party, Role role, String personReference) {
    return views.values().stream()
        .filter(view -> view.party().equals(party) && view.role() == role)
        .filter(view -> view.personReference().equals(personReference))
        .findFirst();
  }

  @Override
  public List<AccountView> ofParty(PartyCode party, Role role) {
    return views.values().stream()
        .filter(view -> view.party().equals(party) && view.role() == role)
        .toList();
  }

  private static AccountView view(
      AccountId id,
      PartyCode party,
      Role role,
      String displayName,
      String reference,
      AccountState state) {
    return new AccountView(
        id, Optional.empty(), displayName, role, party, reference, state, Optional.of(EXPIRES));
  }
}

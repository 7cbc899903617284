package org.epione.enrolment;

import java.util.Optional;
import java.util.UUID;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/** One person who is signed in. */
public final class FakeCallers extends Callers {

  private Caller caller;

  /** A person of that role at that party. */
  public FakeCallers(Role role, PartyCode party) {
    become(role, party);
  }

  /** Someone else signs in. */
  public void become(Role role, PartyCode party) {
    caller = new Caller(new AccountId(UUID.randomUUID()), "u", "U", role, party, "r");
  }

  /** How the container knows the person. */
  public String principal() {
    return caller.accountId().toString();
  }

  @Override
  public Caller current() {
    return caller;
  }

  @Override
  public Optional<Caller> find() {
    return Optional.of(caller);
  }
}

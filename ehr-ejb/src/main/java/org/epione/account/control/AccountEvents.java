package org.epione.account.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.epione.account.boundary.AccountEventKind;
import org.epione.account.boundary.AccountEventView;
import org.epione.account.entity.AccountEvent;
import org.epione.platform.identity.AccountId;

/** What happened to the protection of accounts. */
@ApplicationScoped
public class AccountEvents {

  private static final int MOST = 50;

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @Inject private AccountBook book;
  @Inject private Clock clock;

  /** Something has happened, by somebody. */
  public void add(AccountId account, AccountEventKind kind, AccountId by) {
    entities.persist(new AccountEvent(account, kind, by, Optional.empty(), clock.instant()));
  }

  /** The same, about a minor for whom the account's person acts. */
  public void addAbout(AccountId ward, AccountId account, AccountEventKind kind, AccountId by) {
    entities.persist(new AccountEvent(account, kind, by, Optional.of(ward), clock.instant()));
  }

  /** The latest of an account, latest first. */
  public List<AccountEventView> of(AccountId account) {
    return rows(account).setMaxResults(MOST).getResultList().stream().map(this::view).toList();
  }

  /** The person knows of all of them. */
  public void acknowledge(AccountId account) {
    rows(account).getResultList().forEach(AccountEvent::seen);
  }

  private jakarta.persistence.TypedQuery<AccountEvent> rows(AccountId account) {
    return entities
        .createNamedQuery("AccountEvent.ofAccount", AccountEvent.class)
        .setParameter("account", account.toString());
  }

  private AccountEventView view(AccountEvent event) {
    String by =
        event.by().equals(event.account())
            ? ""
            : book.find(event.by()).map(book::displayName).orElse(event.by().toString());
    String about = event.about().flatMap(book::find).map(book::displayName).orElse("");
    return new AccountEventView(event.kind(), event.occurred(), by, about, event.isNotice());
  }
}

package org.epione.account.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.SessionView;
import org.epione.account.entity.AccountSession;
import org.epione.custody.boundary.ServerKeys;
import org.epione.platform.identity.AccountId;

/** The rows of sessions. */
@Stateless
@PermitAll
public class SessionRows {

  /** Longer than the portal lets a session be idle, with room for what was not written down yet. */
  static final Duration SILENT = Duration.ofMinutes(20);

  private static final int LONGEST_BROWSER = 256;

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @EJB private ServerKeys keys;
  @Inject private Clock clock;

  /** A session that begins now. */
  public void add(String id, Caller person, String address, String browser) {
    String named =
        browser.length() > LONGEST_BROWSER ? browser.substring(0, LONGEST_BROWSER) : browser;
    byte[] origin = (address + "\n" + named).getBytes(StandardCharsets.UTF_8);
    entities.persist(
        new AccountSession(
            id,
            person.accountId().toString(),
            keys.protect(person.party(), label(id), origin),
            clock.instant()));
  }

  /** Those of a person, the latest first. */
  public List<SessionView> of(Caller person, String current) {
    return rows(person.accountId()).stream().map(row -> view(person, row, current)).toList();
  }

  /** Takes one of an account away; false if it has no such. */
  public boolean remove(AccountId account, String id) {
    Optional<AccountSession> row =
        Optional.ofNullable(entities.find(AccountSession.class, id))
            .filter(each -> each.account().equals(account.toString()));
    row.ifPresent(entities::remove);
    return row.isPresent();
  }

  /** Takes all of an account away but one; their ids. */
  public List<String> removeOthers(AccountId account, String kept) {
    List<AccountSession> others =
        rows(account).stream().filter(each -> !each.id().equals(kept)).toList();
    others.forEach(entities::remove);
    return others.stream().map(AccountSession::id).toList();
  }

  /** Takes all of an account away; their ids. */
  public List<String> removeAll(AccountId account) {
    return removeOthers(account, "");
  }

  /** A session is over. */
  public void remove(String id) {
    Optional.ofNullable(entities.find(AccountSession.class, id)).ifPresent(entities::remove);
  }

  /**
   * Which of these are still there; writes down when they were used, and takes away what no server
   * uses any more.
   */
  public Set<String> keep(Map<String, Instant> used) {
    List<AccountSession> there = among(used.keySet());
    for (AccountSession row : there) {
      Instant last = used.getOrDefault(row.id(), row.lastUsed());
      if (last.isAfter(row.lastUsed())) {
        row.used(last);
      }
    }
    entities.flush();
    entities
        .createNamedQuery("AccountSession.silent")
        .setParameter("since", clock.instant().minus(SILENT))
        .executeUpdate();
    return there.stream().map(AccountSession::id).collect(Collectors.toSet());
  }

  private List<AccountSession> rows(AccountId account) {
    return entities
        .createNamedQuery("AccountSession.ofAccount", AccountSession.class)
        .setParameter("account", account.toString())
        .setParameter("since", clock.instant().minus(SILENT))
        .getResultList();
  }

  private List<AccountSession> among(Collection<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : entities
            .createNamedQuery("AccountSession.among", AccountSession.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  private SessionView view(Caller person, AccountSession row, String current) {
    byte[] opened = keys.unprotect(person.party(), label(row.id()), row.sealedOrigin());
    String[] origin = new String(opened, StandardCharsets.UTF_8).split("\n", 2);
    return new SessionView(
        row.id(), row.begun(), row.lastUsed(), origin[0], origin[1], row.id().equals(current));
  }

  private static String label(String id) {
    return "session:" + id;
  }
}

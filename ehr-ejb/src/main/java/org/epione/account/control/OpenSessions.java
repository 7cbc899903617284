package org.epione.account.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.KeySession;
import org.epione.custody.boundary.PersonKeys;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of this server. Each request asks here, in memory, so that nobody waits for the
 * database; what was ended on another server is learnt from the rows.
 */
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OpenSessions {

  private static final Logger LOG = Logger.getLogger(OpenSessions.class.getName());

  /** A row may not be committed when its session is looked for. */
  private static final Duration YOUNG = Duration.ofMinutes(1);

  private static final class Entry {
    private final KeySession keys;
    private final Instant begun;
    private volatile Instant lastUsed;

    Entry(KeySession keys, Instant now) {
      this.keys = keys;
      this.begun = now;
      this.lastUsed = now;
    }
  }

  @EJB private PersonKeys personKeys;
  @EJB private SessionRows rows;
  @Inject private Clock clock;

  private final ConcurrentMap<String, Entry> entries = new ConcurrentHashMap<>();

  /** What names a session: nobody can use it by that. */
  public String idOf(KeySession session) {
    return Digest.of(session.token().getBytes(StandardCharsets.US_ASCII)).hex();
  }

  /** A session begins here. */
  public void add(KeySession session) {
    entries.put(idOf(session), new Entry(session, clock.instant()));
  }

  /** Whether the session goes on here; it is used now. */
  public boolean use(KeySession session) {
    @Nullable Entry entry = entries.get(idOf(session));
    if (entry == null) {
      return false;
    }
    entry.lastUsed = clock.instant();
    return true;
  }

  /** Ends a session, if it is here, and wipes its keys. */
  public void close(String id) {
    @Nullable Entry entry = entries.remove(id);
    if (entry != null) {
      personKeys.close(entry.keys);
    }
  }

  /** A person has signed out. */
  public void signOut(KeySession session) {
    String id = idOf(session);
    close(id);
    try {
      rows.remove(id);
    } catch (EJBException away) {
      LOG.log(Level.WARNING, "a session's row was left, which goes by itself", away);
    }
  }

  /** Writes down which sessions were used, and ends those whose rows are gone. */
  @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
  public void compare() {
    Instant old = clock.instant().minus(YOUNG);
    Map<String, Instant> used =
        entries.entrySet().stream()
            .filter(each -> each.getValue().begun.isBefore(old))
            .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().lastUsed));
    try {
      Set<String> kept = rows.keep(used);
      used.keySet().stream().filter(id -> !kept.contains(id)).forEach(this::close);
    } catch (EJBException away) {
      // Thrown on, it would end the timer.
      LOG.log(Level.WARNING, "sessions were not compared, the next time they are", away);
    }
  }
}

package org.epione.custody.control;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.epione.crypto.random.RandomSource;
import org.epione.custody.boundary.KeySession;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * The open keys of signed-in people, in memory only. They are wiped at sign-out, after {@code
 * EPIONE_SESSION_IDLE_MINUTES} (15) without use, and when the application stops.
 */
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class KeySessions {

  private static final int TOKEN_BYTES = 32;

  private static final class Entry {
    private final KeySession session;
    private final OpenPersonKeys keys;
    private Instant lastUse;

    Entry(KeySession session, OpenPersonKeys keys, Instant now) {
      this.session = session;
      this.keys = keys;
      this.lastUse = now;
    }

    synchronized <T> T use(Instant now, Function<OpenPersonKeys, T> operation) {
      lastUse = now;
      return operation.apply(keys);
    }

    synchronized boolean isIdle(Instant since) {
      return lastUse.isBefore(since);
    }

    synchronized void wipe() {
      keys.close();
    }
  }

  @Inject private RandomSource random;

  @Inject private Clock clock;

  @Inject private Settings settings;

  @Inject private GuardianVault guardians;

  private final ConcurrentMap<String, Entry> entries = new ConcurrentHashMap<>();

  /** Keeps the keys for a new session; they belong to this bean from now on. */
  public KeySession add(org.epione.platform.identity.AccountId account, OpenPersonKeys keys) {
    String token = HexFormat.of().formatHex(random.bytes(TOKEN_BYTES));
    KeySession session = new KeySession(account, token);
    entries.put(token, new Entry(session, keys, clock.instant()));
    return session;
  }

  /**
   * Does something with the keys of a session.
   *
   * @throws RefusedException EHR-1015 when it is closed or was idle too long
   */
  public <T> T use(KeySession session, Function<OpenPersonKeys, T> operation) {
    return find(session).use(clock.instant(), keys -> using(session, keys, operation));
  }

  /** A guardian's session opens the minor's keys for this operation only. */
  private <T> T using(
      KeySession session, OpenPersonKeys held, Function<OpenPersonKeys, T> operation) {
    if (!session.acting().isForAnother()) {
      return operation.apply(held);
    }
    try (OpenPersonKeys keys = guardians.openForReading(session.acting(), held)) {
      return operation.apply(keys);
    }
  }

  /** Whether the session's keys are open. */
  public boolean isOpen(KeySession session) {
    @Nullable Entry entry = entries.get(session.token());
    return entry != null && entry.session.equals(session) && !entry.isIdle(idleSince());
  }

  /** Wipes the keys of a session. */
  public void close(KeySession session) {
    @Nullable Entry entry = entries.get(session.token());
    if (entry != null && entry.session.equals(session) && entries.remove(session.token(), entry)) {
      entry.wipe();
    }
  }

  /** Wipes what was idle too long. */
  @Schedule(hour = "*", minute = "*", persistent = false)
  public void closeIdle() {
    Instant since = idleSince();
    entries.values().stream().filter(entry -> entry.isIdle(since)).forEach(e -> close(e.session));
  }

  /** Called by the container. */
  @PreDestroy
  void closeAll() {
    entries.values().forEach(entry -> close(entry.session));
  }

  private Entry find(KeySession session) {
    @Nullable Entry entry = entries.get(session.token());
    if (entry == null || !entry.session.account().equals(session.holder())) {
      throw new RefusedException(ErrorCode.KEYS_CLOSED);
    }
    if (entry.isIdle(idleSince())) {
      close(entry.session);
      throw new RefusedException(ErrorCode.KEYS_CLOSED);
    }
    return entry;
  }

  private Instant idleSince() {
    int minutes = settings.number("epione.session.idle.minutes", 15, 1, 24 * 60);
    return clock.instant().minus(Duration.ofMinutes(minutes));
  }
}

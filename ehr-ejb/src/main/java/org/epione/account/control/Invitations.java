package org.epione.account.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.epione.account.boundary.ActivationCode;
import org.epione.account.boundary.Invitation;
import org.epione.account.entity.Account;
import org.epione.account.entity.PendingInvitation;
import org.epione.crypto.random.RandomSource;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.ServerKeys;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.jspecify.annotations.Nullable;

/** Activation codes: made, kept sealed under the party's key until used, found by fingerprint. */
@ApplicationScoped
public class Invitations {

  /** How long a code can be used. */
  static final Duration VALID = Duration.ofDays(30);

  private static final String FINGERPRINT = "activation-code";

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @EJB private ServerKeys serverKeys;

  @EJB private PersonKeys personKeys;

  @Inject private RandomSource random;

  @Inject private Clock clock;

  /** A code for a new account; the person's keys are made by the caller under it. */
  public ActivationCode newCode() {
    return ActivationCode.random(random);
  }

  /** Keeps the code of an account. */
  public Invitation keep(Account account, ActivationCode code) {
    @Nullable PendingInvitation row = entities.find(PendingInvitation.class, account.id());
    if (row == null) {
      row = new PendingInvitation(account.id());
      set(row, account, code);
      entities.persist(row);
    } else {
      set(row, account, code);
    }
    return view(account, code, row);
  }

  /** The code of an account that waits for its person. */
  public Invitation show(Account account) {
    PendingInvitation row = get(account);
    return view(account, open(account, row), row);
  }

  /** Another code in place of the one before. */
  public Invitation renew(Account account) {
    ActivationCode before = open(account, get(account));
    ActivationCode after = newCode();
    try {
      personKeys.changeSecret(AccountId.of(account.id()), before.secret(), after.secret());
    } catch (WrongPasswordException notTheCode) {
      throw refused();
    }
    return keep(account, after);
  }

  /** The account that waits for whoever typed this code; empty when wrong, used or expired. */
  public Optional<Account> accountOf(ActivationCode code) {
    List<String> fingerprints =
        serverKeys.hosted().stream().map(party -> fingerprint(party, code)).toList();
    if (fingerprints.isEmpty()) {
      return Optional.empty();
    }
    return entities
        .createNamedQuery("PendingInvitation.ofFingerprints", PendingInvitation.class)
        .setParameter("fingerprints", fingerprints)
        .getResultStream()
        .filter(row -> row.expires().isAfter(clock.instant()))
        .findFirst()
        .map(row -> entities.find(Account.class, row.account()));
  }

  /** Until when the account waits for its person; empty when it does not. */
  public Optional<Instant> expiry(Account account) {
    return Optional.ofNullable(entities.find(PendingInvitation.class, account.id()))
        .map(PendingInvitation::expires);
  }

  /** The code of the account was used. */
  public void use(Account account) {
    entities.remove(get(account));
  }

  private void set(PendingInvitation row, Account account, ActivationCode code) {
    PartyCode party = new PartyCode(account.party());
    row.setCode(
        fingerprint(party, code),
        serverKeys.protect(
            party, label(account), code.characters().getBytes(StandardCharsets.US_ASCII)),
        clock.instant().plus(VALID));
  }

  private ActivationCode open(Account account, PendingInvitation row) {
    byte[] code =
        serverKeys.unprotect(new PartyCode(account.party()), label(account), row.sealedCode());
    return new ActivationCode(new String(code, StandardCharsets.US_ASCII));
  }

  private PendingInvitation get(Account account) {
    @Nullable PendingInvitation row = entities.find(PendingInvitation.class, account.id());
    if (row == null) {
      throw refused();
    }
    return row;
  }

  private String fingerprint(PartyCode party, ActivationCode code) {
    byte[] characters = code.characters().getBytes(StandardCharsets.US_ASCII);
    return HexFormat.of().formatHex(serverKeys.fingerprint(party, FINGERPRINT, characters));
  }

  private static Invitation view(Account account, ActivationCode code, PendingInvitation row) {
    return new Invitation(AccountId.of(account.id()), code.shown(), row.expires());
  }

  private static String label(Account account) {
    return "activation:" + account.id();
  }

  private static RefusedException refused() {
    return new RefusedException(ErrorCode.ACTIVATION_REFUSED);
  }
}

package org.epione.account.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.epione.account.boundary.ActivationCode;
import org.epione.account.entity.RecoveryCode;
import org.epione.account.entity.SecondFactorRow;
import org.epione.crypto.random.RandomSource;
import org.epione.custody.boundary.TypedSecrets;
import org.jspecify.annotations.Nullable;

/**
 * Recovery codes, each good once in place of a code of the authenticator. They have the form of
 * activation codes (80 bits) and are kept stretched like passwords, with one salt for all of an
 * account, so that one typed code is stretched once.
 */
@ApplicationScoped
public class RecoveryCodes {

  private static final int NUMBER = 8;

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @EJB private TypedSecrets secrets;
  @Inject private RandomSource random;

  /** New ones in place of those before. */
  List<String> renew(SecondFactorRow row) {
    remove(row.account());
    byte[] salt = secrets.newSalt();
    row.salt(salt);
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < NUMBER; i++) {
      ActivationCode code = ActivationCode.random(random);
      entities.persist(new RecoveryCode(row.account(), tag(row.account(), salt, code)));
      shown.add(code.shown());
    }
    return shown;
  }

  /** Whether it is one that was not used; it is used now. */
  boolean use(SecondFactorRow row, String typed) {
    Optional<ActivationCode> code = ActivationCode.parse(typed);
    Optional<byte[]> salt = row.recoverySalt();
    if (code.isEmpty() || salt.isEmpty()) {
      return false;
    }
    @Nullable RecoveryCode known =
        entities.find(
            RecoveryCode.class,
            new RecoveryCode.Key(row.account(), tag(row.account(), salt.get(), code.get())),
            LockModeType.PESSIMISTIC_WRITE);
    if (known == null) {
      return false;
    }
    entities.remove(known);
    return true;
  }

  /** How many are left. */
  int left(String account) {
    return all(account).size();
  }

  /** None is left. */
  void remove(String account) {
    all(account).forEach(entities::remove);
    entities.flush();
  }

  private List<RecoveryCode> all(String account) {
    return entities
        .createNamedQuery("RecoveryCode.ofAccount", RecoveryCode.class)
        .setParameter("account", account)
        .getResultList();
  }

  private String tag(String account, byte[] salt, ActivationCode code) {
    char[] characters = code.secret();
    try {
      return HexFormat.of().formatHex(secrets.tag(salt, "recovery-code:" + account, characters));
    } finally {
      Arrays.fill(characters, '\0');
    }
  }
}

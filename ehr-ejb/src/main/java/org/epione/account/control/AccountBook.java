package org.epione.account.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.epione.account.boundary.AccountState;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Role;
import org.epione.account.entity.Account;
import org.epione.crypto.random.RandomSource;
import org.epione.custody.boundary.KeyPurpose;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.ServerKeys;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/** The rows of accounts; shown names are sealed under the party's key. */
@ApplicationScoped
public class AccountBook {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_REFERENCE = 64;

  /** What is shown in place of the name of who was forgotten. */
  private static final String FORGOTTEN = "Forgotten patient";

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @EJB private ServerKeys serverKeys;

  @EJB private PersonKeys personKeys;

  @Inject private RandomSource random;

  @Inject private Clock clock;

  /** A new account with keys under the secret. */
  public Account create(
      PartyCode party, Role role, String displayName, String personReference, char[] secret) {
    String name = displayName.strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new RefusedException(
          ErrorCode.INVALID_INPUT, "A name has 1 to " + LONGEST_NAME + " characters.");
    }
    if (personReference.isEmpty() || personReference.length() > LONGEST_REFERENCE) {
      throw new IllegalArgumentException("a person's reference has 1 to 64 characters");
    }
    if (ofPerson(party, role, personReference).isPresent()) {
      throw new RefusedException(ErrorCode.CONFLICT, "The person has an account.");
    }
    String id = newId().toString();
    Account account =
        new Account(
            id, sealed(party, id, name), role, party.value(), personReference, clock.instant());
    entities.persist(account);
    personKeys.create(AccountId.of(id), secret, purposes(role));
    return account;
  }

  /** Gives an account its user name, which nobody else has. */
  public void activate(Account account, String userName) {
    if (ofUserName(userName).isPresent()) {
      throw new RefusedException(ErrorCode.USER_NAME_TAKEN);
    }
    account.activate(userName);
    try {
      entities.flush();
    } catch (PersistenceException takenJustNow) {
      throw new RefusedException(ErrorCode.USER_NAME_TAKEN);
    }
  }

  /** The account of that id. */
  public Optional<Account> find(AccountId id) {
    return Optional.ofNullable(entities.find(Account.class, id.toString()));
  }

  /** The account of that id, which exists. */
  public Account get(AccountId id) {
    return find(id).orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }

  /** The account of that user name, as it is kept. */
  public Optional<Account> ofUserName(String userName) {
    return entities
        .createNamedQuery("Account.ofUserName", Account.class)
        .setParameter("userName", userName)
        .getResultStream()
        .findFirst();
  }

  /** The account of that person at that party in that role. */
  public Optional<Account> ofPerson(PartyCode party, Role role, String personReference) {
    return entities
        .createNamedQuery("Account.ofPerson", Account.class)
        .setParameter("party", party.value())
        .setParameter("role", role)
        .setParameter("person", personReference)
        .getResultStream()
        .findFirst();
  }

  /** The accounts of a party in a role. */
  public List<Account> ofParty(PartyCode party, Role role) {
    return entities
        .createNamedQuery("Account.ofParty", Account.class)
        .setParameter("party", party.value())
        .setParameter("role", role)
        .getResultList();
  }

  /** Whether anyone in that role can sign in. */
  public boolean anyActive(Role role) {
    return entities
            .createNamedQuery("Account.countActive", Long.class)
            .setParameter("role", role)
            .setParameter("state", AccountState.ACTIVE)
            .getSingleResult()
        > 0;
  }

  /** Sets the shown name. */
  public void rename(Account account, String displayName) {
    account.rename(sealed(new PartyCode(account.party()), account.id(), displayName.strip()));
  }

  /** Takes all from an account that says whose it was; nobody can sign in to it any more. */
  void forget(Account account) {
    account.forget(sealed(new PartyCode(account.party()), account.id(), FORGOTTEN));
    entities.flush();
  }

  /** The shown name. */
  public String displayName(Account account) {
    byte[] name =
        serverKeys.unprotect(
            new PartyCode(account.party()), label(account.id()), account.sealedName());
    return new String(name, StandardCharsets.UTF_8);
  }

  /** The person of an active account. */
  public Caller caller(Account account) {
    return new Caller(
        AccountId.of(account.id()),
        Optional.ofNullable(account.userName()).orElse(""),
        displayName(account),
        account.role(),
        new PartyCode(account.party()),
        account.personReference());
  }

  private byte[] sealed(PartyCode party, String id, String name) {
    return serverKeys.protect(party, label(id), name.getBytes(StandardCharsets.UTF_8));
  }

  private static String label(String id) {
    return "account-name:" + id;
  }

  private UUID newId() {
    byte[] bytes = random.bytes(16);
    bytes[6] = (byte) ((bytes[6] & 0x0f) | 0x40);
    bytes[8] = (byte) ((bytes[8] & 0x3f) | 0x80);
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    UUID id = new UUID(buffer.getLong(), buffer.getLong());
    Arrays.fill(bytes, (byte) 0);
    return id;
  }

  private static Set<KeyPurpose> purposes(Role role) {
    return switch (role) {
      case DOCTOR -> EnumSet.of(KeyPurpose.SIGNING, KeyPurpose.RECEIVING);
      case PATIENT -> EnumSet.of(KeyPurpose.SIGNING, KeyPurpose.RECORD);
      case SYSTEM_MANAGER, HOSPITAL_ADMINISTRATOR, REGISTRAR, AUDITOR ->
          EnumSet.noneOf(KeyPurpose.class);
    };
  }
}

package org.epione.custody.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.keyring.KeyName;
import org.epione.crypto.keyring.KeyRing;
import org.epione.crypto.keyring.WrappedKey;
import org.epione.crypto.keyring.WrappingKeyMissingException;
import org.epione.crypto.secret.SecretBytes;
import org.epione.custody.entity.ServerKey;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;

/** Wraps servers' keys, and opens them for one operation at a time. */
@ApplicationScoped
public class ServerVault {

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @Inject private KeyStores stores;

  @Inject private CryptoSuite crypto;

  @Inject private Clock clock;

  /** Makes and keeps the keys of a party that has none. */
  public void create(PartyCode party) {
    if (find(party).isPresent()) {
      throw new RefusedException(ErrorCode.CONFLICT, "The party " + party + " has keys.");
    }
    stores.createIfAbsent(party);
    try (OpenServerKeys keys = OpenServerKeys.generate(crypto);
        SecretBytes encoded = keys.encode()) {
      byte[] wrapped = stores.ring(party).wrap(name(party), encoded).encode();
      entities.persist(
          new ServerKey(
              party.value(),
              wrapped,
              keys.signing().publicKey().encode(),
              keys.receiving().publicKey().encode(),
              clock.instant()));
    }
  }

  /** The row of a party, if it is hosted. */
  public Optional<ServerKey> find(PartyCode party) {
    return Optional.ofNullable(entities.find(ServerKey.class, party.value()));
  }

  /** The parties that have keys here, by code. */
  public List<PartyCode> hosted() {
    return entities.createNamedQuery("ServerKey.parties", String.class).getResultList().stream()
        .map(PartyCode::new)
        .toList();
  }

  /** The row of a hosted party. */
  public ServerKey get(PartyCode party) {
    return find(party)
        .orElseThrow(
            () -> new RefusedException(ErrorCode.PARTY_NOT_HOSTED, "Party: " + party + "."));
  }

  /** Does something with the party's open keys, which are closed afterwards. */
  public <T> T use(PartyCode party, Function<OpenServerKeys, T> operation) {
    try (SecretBytes encoded = unwrap(party, get(party));
        OpenServerKeys keys = OpenServerKeys.decode(crypto, encoded)) {
      return operation.apply(keys);
    }
  }

  private SecretBytes unwrap(PartyCode party, ServerKey row) {
    KeyRing ring = stores.ring(party);
    try {
      return ring.unwrap(name(party), WrappedKey.decode(row.wrapped()));
    } catch (DecryptionFailedException
        | MalformedEncodingException
        | WrappingKeyMissingException otherKeyStore) {
      throw (RefusedException)
          new RefusedException(ErrorCode.KEY_STORE_UNUSABLE, "Party: " + party + ".")
              .initCause(otherKeyStore);
    }
  }

  private static KeyName name(PartyCode party) {
    return new KeyName("server-keys", party.value());
  }
}

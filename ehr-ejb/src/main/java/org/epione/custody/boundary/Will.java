package org.epione.custody.boundary;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.crypto.scheme.pre.Grant;
import org.epione.crypto.signature.BlsPublicKey;
import org.epione.crypto.signature.BlsSecretKey;
import org.epione.crypto.signature.BlsSignature;
import org.epione.custody.control.Delegations;
import org.epione.custody.control.OpenPersonKeys;
import org.epione.custody.control.SigningKeys;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;

/**
 * What a person who has just given her password does with her keys, or with those of a minor for
 * whom she acts, until the act is over. Operations only: a private key never leaves. Stretching a
 * password is costly, so an act that signs more than once opens it once and hands it on; {@link
 * PersonKeys#will} gives it.
 *
 * <p>Whoever opens it closes it, which wipes the keys. All operations throw {@link
 * RefusedException} EHR-1002 where the account has no such key, and {@link IllegalStateException}
 * once it is closed. For one request, not for several threads.
 */
public final class Will implements AutoCloseable {

  private final AccountId account;
  private final OpenPersonKeys keys;
  private final Optional<AeadKey> personKey;
  private final Tools tools;
  private final CryptoSuite crypto;
  private boolean over;

  /** What it works with. */
  record Tools(CryptoSuite crypto, Delegations delegations, SigningKeys signingKeys) {}

  /**
   * The keys belong to it from now on.
   *
   * @param personKey wraps them anew; absent where somebody acts for another
   */
  Will(AccountId account, OpenPersonKeys keys, Optional<AeadKey> personKey, Tools tools) {
    this.account = account;
    this.keys = keys;
    this.personKey = personKey;
    this.tools = tools;
    this.crypto = tools.crypto();
  }

  /**
   * Signs with the person's own key, the current one where she had several. The message is a
   * canonical encoding with its own tag.
   */
  public BlsSignature sign(byte[] message) {
    return crypto.bls().sign(signing(), message);
  }

  /**
   * The same with the key that a doctor had when she was given her place in a team.
   *
   * @param with her current one, or one that is kept
   */
  public BlsSignature sign(BlsPublicKey with, byte[] message) {
    return crypto.bls().sign(PersonKeys.need(keys().signing(with)), message);
  }

  /** Signs several messages with the person's own key. */
  public List<BlsSignature> signAll(List<byte[]> messages) {
    BlsSecretKey key = signing();
    return messages.stream().map(each -> crypto.bls().sign(key, each)).toList();
  }

  /**
   * A doctor adds her signature to the team's.
   *
   * @param with the key that was certified when she was given her place: her current one, or one
   *     that is kept
   */
  public BlsSignature addTeamSignature(
      BlsPublicKey with, Optional<BlsSignature> before, Statement statement) {
    return crypto
        .multisignature()
        .addSignature(PersonKeys.need(keys().signing(with)), before, statement);
  }

  /**
   * Makes a key that is to follow the current one, and keeps it beside that, in the caller's
   * transaction. It signs nothing in this act; {@link PersonKeys#useSigningKey} makes it the
   * current one, {@link PersonKeys#giveUpSigningKeys} gives it up.
   *
   * @throws RefusedException EHR-1002 for a patient and for who acts for another, EHR-4892 when she
   *     has 16 signing keys
   * @throws jakarta.persistence.TransactionRequiredException outside a transaction
   */
  public NewSigningKey newSigningKey() {
    requireOpen();
    return tools.signingKeys().add(account, PersonKeys.need(personKey));
  }

  /** A patient's public key of one episode. */
  public EpisodeKey episodeKey(byte[] episode) {
    try (BlsSecretKey key = ofEpisode(episode)) {
      return new EpisodeKey(key.publicKey(), crypto.bls().provePossession(key));
    }
  }

  /** A patient signs with her key of one episode. */
  public BlsSignature signForEpisode(byte[] episode, byte[] message) {
    try (BlsSecretKey key = ofEpisode(episode)) {
      return crypto.bls().sign(key, message);
    }
  }

  /** A patient signs several messages with her key of one episode, for example all warrants. */
  public List<BlsSignature> signAllForEpisode(byte[] episode, List<byte[]> messages) {
    try (BlsSecretKey key = ofEpisode(episode)) {
      return messages.stream().map(message -> crypto.bls().sign(key, message)).toList();
    }
  }

  /**
   * A patient signs messages in several episodes, each with her key of its episode.
   *
   * @return in the order of the messages
   */
  public List<BlsSignature> signInEpisodes(List<EpisodeMessage> messages) {
    requireOpen();
    return messages.stream()
        .map(each -> signForEpisode(each.episode().bytes(), each.message().bytes()))
        .toList();
  }

  /**
   * A patient makes what several grants need, each over one record, and signs each with her key of
   * that record's episode.
   *
   * @param message what she signs of a grant: a canonical encoding with its own tag
   * @return in the order of the grants
   */
  public List<SignedDelegation> delegateSigned(
      List<Grant> grants, Function<Grant, byte[]> message) {
    requireOpen();
    return grants.stream().map(each -> delegateSigned(each, message.apply(each))).toList();
  }

  private SignedDelegation delegateSigned(Grant grant, byte[] message) {
    Delegation made =
        tools
            .delegations()
            .of(
                PersonKeys.need(keys.medicalRecord()),
                grant.records(),
                grant.receivingKey(),
                grant.digest().bytes());
    return new SignedDelegation(made, signForEpisode(grant.records().get(0).bytes(), message));
  }

  /** Whose keys these are. */
  AccountId account() {
    return account;
  }

  /** For custody itself. */
  OpenPersonKeys keys() {
    requireOpen();
    return keys;
  }

  private BlsSecretKey signing() {
    return PersonKeys.need(keys().signing());
  }

  private BlsSecretKey ofEpisode(byte[] episode) {
    return crypto.bls().derive(signing(), episode);
  }

  private void requireOpen() {
    if (over) {
      throw new IllegalStateException("the act of will is over");
    }
  }

  /** Wipes the keys. Repeating it changes nothing. */
  @Override
  public void close() {
    over = true;
    keys.close();
    personKey.ifPresent(AeadKey::close);
  }

  /** Never what is in it. */
  @Override
  public String toString() {
    return "Will";
  }
}

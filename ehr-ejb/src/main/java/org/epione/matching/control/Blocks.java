package org.epione.matching.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.hybrid.Mac;
import org.epione.crypto.secret.SecretBytes;
import org.epione.custody.boundary.ServerKeys;
import org.epione.ledger.identity.Pid;
import org.epione.matching.entity.Block;
import org.epione.matching.entity.Exchange;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/**
 * Who is never paired again. Pseudonyms are new in each search, so two hospitals know such a pair
 * by a secret that both keep, each with its own patient. In each comparison the beginning side's
 * hospital sends, for each block of its patient with the other hospital, a tag: a MAC under that
 * secret of both pseudonyms of the day. The other hospital finds its own among them, or learns that
 * there are so many others.
 */
@ApplicationScoped
public class Blocks {

  /** Bytes of a secret. */
  static final int SECRET_LENGTH = 32;

  /** Bytes of a tag. */
  static final int TAG_LENGTH = Mac.LENGTH;

  /** Most blocks with one hospital that are told of; the latest. */
  static final int MOST_TOLD = 200;

  private static final String LABEL = "matching.block";

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @EJB private ServerKeys keys;
  @Inject private CryptoSuite crypto;
  @Inject private Clock clock;

  /** A secret for a pair. */
  ByteString newSecret() {
    return ByteString.of(crypto.random().bytes(SECRET_LENGTH));
  }

  /** Keeps this side of a block. */
  void keep(Exchange exchange, ByteString secret) {
    UUID id = UUID.randomUUID();
    entities.persist(
        new Block(
            id,
            exchange.account(),
            exchange.hospital(),
            exchange.peerHospital(),
            keys.protect(exchange.hospital(), label(id.toString()), secret.bytes()),
            clock.instant()));
  }

  /** The tags of a patient's blocks, for a comparison of {@code a}, who begins, with {@code b}. */
  List<ByteString> tags(
      AccountId account, PartyCode hospital, PartyCode peerHospital, Pid a, Pid b) {
    return entities
        .createNamedQuery("Block.between", Block.class)
        .setParameter("account", account.toString())
        .setParameter("hospital", hospital.value())
        .setParameter("peer", peerHospital.value())
        .setMaxResults(MOST_TOLD)
        .getResultList()
        .stream()
        .map(each -> tag(hospital, each, a, b))
        .toList();
  }

  /** Whether the side that answers keeps one of the blocks that the other told of. */
  boolean isBlocked(Exchange answering, List<ByteString> told) {
    Set<ByteString> own =
        new HashSet<>(
            tags(
                answering.account(),
                answering.hospital(),
                answering.peerHospital(),
                answering.peer(),
                answering.own()));
    return told.stream().anyMatch(own::contains);
  }

  private ByteString tag(PartyCode hospital, Block block, Pid a, Pid b) {
    CanonicalWriter pair = CanonicalWriter.of("epione.matching.block", 1);
    a.write(pair);
    b.write(pair);
    try (SecretBytes secret =
            SecretBytes.take(keys.unprotect(hospital, label(block.id()), block.protectedSecret()));
        AeadKey key = crypto.aead().restore(secret)) {
      return ByteString.of(crypto.mac().tag(key, LABEL, pair.toByteArray()));
    }
  }

  private static String label(String id) {
    return LABEL + ":" + id;
  }
}

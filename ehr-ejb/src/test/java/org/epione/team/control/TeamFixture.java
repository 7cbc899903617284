package org.epione.team.control;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.identity.EpisodeId;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.crypto.scheme.multisig.SigningOrder;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.crypto.signature.BlsSecretKey;
import org.epione.crypto.signature.BlsSignature;
import org.epione.ledger.identity.Validity;
import org.epione.record.boundary.Contribution;
import org.epione.team.boundary.SignedPart;

/**
 * A team with real keys, whose parts a test makes as the doctors would, or as an attacker would.
 */
final class TeamFixture {

  static final CryptoSuite SUITE = CryptoSuite.create(new SecureRandomSource());
  static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

  final EpisodeId episode = EpisodeId.random(SUITE.random());
  final Pseudonym patient = Pseudonym.of(SUITE.random().bytes(40));
  final List<BlsSecretKey> keys = new ArrayList<>();
  final Roster roster;
  final GroupKey groupKey =
      new GroupKey(SUITE.aead(), SUITE.random().bytes(32), ByteString.of(episode.bytes()), 1);

  TeamFixture(int doctors) {
    List<SigningOrder.Signer> signers = new ArrayList<>();
    List<Validity> warrants = new ArrayList<>();
    for (int i = 0; i < doctors; i++) {
      BlsSecretKey key = SUITE.bls().generate();
      keys.add(key);
      signers.add(
          new SigningOrder.Signer(
              Pseudonym.of(SUITE.random().bytes(40)),
              SUITE
                  .bls()
                  .possessed(key.publicKey(), SUITE.bls().provePossession(key))
                  .orElseThrow()));
      warrants.add(new Validity(START, START.plus(Duration.ofDays(30))));
    }
    roster = new Roster(episode, patient, new SigningOrder(signers), warrants);
  }

  PartChain chain() {
    return new PartChain(SUITE, roster);
  }

  /** All parts, one minute apart. */
  List<SignedPart> parts(int count) {
    List<SignedPart> parts = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      parts.add(next(parts, keys.get(i - 1), START.plus(Duration.ofMinutes(i))));
    }
    return parts;
  }

  /** The next part of a chain, signed with this key at this time. */
  SignedPart next(List<SignedPart> before, BlsSecretKey key, Instant at) {
    int place = before.size() + 1;
    Contribution text = contribution(place, "finding " + place);
    return sign(
        before,
        key,
        new Statement(
            episode, patient, roster.order().ids(), place, at, text.digest(), previous(before)),
        groupKey.sealContribution(text));
  }

  SignedPart sign(List<SignedPart> before, BlsSecretKey key, Statement statement, byte[] sealed) {
    Optional<BlsSignature> aggregate =
        before.isEmpty()
            ? Optional.empty()
            : Optional.of(
                SUITE.bls().decodeSignature(before.get(before.size() - 1).aggregate().bytes()));
    BlsSignature signature = SUITE.multisignature().addSignature(key, aggregate, statement);
    return new SignedPart(
        ByteString.of(statement.encode()),
        ByteString.of(signature.encode()),
        ByteString.of(sealed));
  }

  Contribution contribution(int place, String text) {
    return new Contribution(
        ByteString.of(episode.bytes()),
        place,
        ByteString.of(roster.order().ids().get(place - 1).bytes()),
        ByteString.of(SUITE.random().bytes(32)),
        text);
  }

  static Optional<org.epione.crypto.transcript.Digest> previous(List<SignedPart> before) {
    return before.isEmpty()
        ? Optional.empty()
        : Optional.of(Statement.decode(before.get(before.size() - 1).statement().bytes()).digest());
  }
}

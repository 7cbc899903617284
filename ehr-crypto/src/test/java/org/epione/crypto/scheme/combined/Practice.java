package org.epione.crypto.scheme.combined;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.policy.AccessPolicy;
import org.epione.crypto.policy.Attribute;
import org.epione.crypto.transcript.Digest;

/** An authority with two patients, one of whom has two records, and holders of attributes. */
final class Practice {

  static final Pseudonym ANNA = Pseudonym.of("anna".getBytes(StandardCharsets.UTF_8));
  static final Pseudonym BERT = Pseudonym.of("bert".getBytes(StandardCharsets.UTF_8));
  static final byte[] DIAGNOSIS = "acute bronchitis".getBytes(StandardCharsets.UTF_8);
  static final byte[] DATA = "episode 7".getBytes(StandardCharsets.UTF_8);

  static final Instant TIME = Instant.parse("2026-11-28T08:00:00Z");

  final CryptoSuite suite;
  final KeyAuthority authority;
  final MasterKey master;
  final PublicParameters parameters;
  final HolderKeys keys;
  final AttributeBasedEncryption abe;
  final AttributeBasedReEncryption abpre;
  final IdentityBasedEncryption ibe;
  final IdentityBasedSignatures ibs;
  final IdentityKey anna;
  final IdentityKey bert;
  final RecordId record;
  final RecordId otherRecord;

  Practice(CryptoSuite suite) {
    this.suite = suite;
    authority = suite.keyAuthority();
    master = authority.setup();
    parameters = master.parameters();
    keys = suite.holderKeys(parameters);
    abe = suite.attributeBasedEncryption(parameters);
    abpre = suite.attributeBasedReEncryption(parameters);
    ibe = suite.identityBasedEncryption(parameters);
    ibs = suite.identityBasedSignatures(parameters);
    anna = authority.issue(master, ANNA);
    bert = authority.issue(master, BERT);
    record = RecordId.random(suite.random());
    otherRecord = RecordId.random(suite.random());
  }

  /** A key for attributes of these names. */
  AttributeKey holder(String... names) {
    return authority.issue(master, attributes(names));
  }

  static Set<Attribute> attributes(String... names) {
    return Arrays.stream(names).map(Attribute::of).collect(Collectors.toSet());
  }

  /** That a holder satisfying {@code policy} may read {@link #record}. */
  ReEncryptionTerms terms(String policy) {
    return new ReEncryptionTerms(
        ANNA,
        record,
        AccessPolicy.parse(policy),
        "research",
        TIME,
        TIME.plusSeconds(3600),
        Digest.of(new byte[] {1}));
  }
}

package org.epione.crypto.scheme.combined;

import java.nio.charset.StandardCharsets;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.identity.RecordId;

/** An authority with two patients, one of whom has two records. */
final class Practice {

  static final Pseudonym ANNA = Pseudonym.of("anna".getBytes(StandardCharsets.UTF_8));
  static final Pseudonym BERT = Pseudonym.of("bert".getBytes(StandardCharsets.UTF_8));
  static final byte[] DIAGNOSIS = "acute bronchitis".getBytes(StandardCharsets.UTF_8);
  static final byte[] DATA = "episode 7".getBytes(StandardCharsets.UTF_8);

  final CryptoSuite suite;
  final KeyAuthority authority;
  final MasterKey master;
  final PublicParameters parameters;
  final HolderKeys keys;
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
    ibe = suite.identityBasedEncryption(parameters);
    ibs = suite.identityBasedSignatures(parameters);
    anna = authority.issue(master, ANNA);
    bert = authority.issue(master, BERT);
    record = RecordId.random(suite.random());
    otherRecord = RecordId.random(suite.random());
  }
}

package org.epione.crypto.scheme.combined;

import static org.epione.crypto.scheme.combined.Practice.ANNA;
import static org.epione.crypto.scheme.combined.Practice.DATA;
import static org.epione.crypto.scheme.combined.Practice.DIAGNOSIS;

import java.util.List;
import org.epione.crypto.counting.Algorithm;
import org.epione.crypto.counting.OperationCountContract;
import org.epione.crypto.secret.SecretBytes;

class CombinedCountsTest extends OperationCountContract {

  @Override
  protected String section() {
    return "Encryption and signatures by identity";
  }

  @Override
  protected List<Algorithm> algorithms() {
    Practice it = new Practice(suite());
    RecordKey recordKey = it.keys.derive(it.anna, it.record);
    SecretBytes exported = it.anna.export();
    SecretBytes exportedRecordKey = recordKey.export();
    IdentityCiphertext letter = it.ibe.encrypt(ANNA, DATA, DIAGNOSIS);
    RecordCiphertext record = it.ibe.encrypt(ANNA, it.record, DATA, DIAGNOSIS);
    IdentityBasedSignature signature = it.ibs.sign(it.anna, DATA);
    return List.of(
        Algorithm.of("setup", it.authority::setup),
        Algorithm.of("issue", () -> it.authority.issue(it.master, ANNA)),
        Algorithm.of("derive", () -> it.keys.derive(it.anna, it.record)),
        Algorithm.of("restoreIdentityKey", () -> it.keys.restoreIdentityKey(exported)),
        Algorithm.of("restoreRecordKey", () -> it.keys.restoreRecordKey(exportedRecordKey)),
        Algorithm.of("encrypt to a person", () -> it.ibe.encrypt(ANNA, DATA, DIAGNOSIS)),
        Algorithm.of("decrypt, person", () -> it.ibe.decrypt(it.anna, DATA, letter)),
        Algorithm.of("encrypt to a record", () -> it.ibe.encrypt(ANNA, it.record, DATA, DIAGNOSIS)),
        Algorithm.of("decrypt a record, person", () -> it.ibe.decrypt(it.anna, DATA, record)),
        Algorithm.of("decrypt a record, its key", () -> it.ibe.decrypt(recordKey, DATA, record)),
        Algorithm.of("sign", () -> it.ibs.sign(it.anna, DATA)),
        Algorithm.of("verify", () -> it.ibs.verify(ANNA, DATA, signature)));
  }
}

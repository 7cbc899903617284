package org.epione.crypto.scheme.combined;

import static org.epione.crypto.scheme.combined.Practice.ANNA;
import static org.epione.crypto.scheme.combined.Practice.DATA;
import static org.epione.crypto.scheme.combined.Practice.DIAGNOSIS;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.epione.crypto.counting.Algorithm;
import org.epione.crypto.counting.OperationCountContract;
import org.epione.crypto.policy.AccessPolicy;

class AttributeCountsTest extends OperationCountContract {

  @Override
  protected String section() {
    return "Encryption to attributes, and re-encryption towards them";
  }

  @Override
  protected List<Algorithm> algorithms() {
    return Stream.of(2, 5).flatMap(this::withAttributes).toList();
  }

  private Stream<Algorithm> withAttributes(int n) {
    Practice it = new Practice(suite());
    String[] names = IntStream.range(0, n).mapToObj(i -> "attribute" + i).toArray(String[]::new);
    AttributeKey key = it.holder(names);
    AccessPolicy and = AccessPolicy.parse(String.join(" and ", names));
    AccessPolicy or = AccessPolicy.parse(String.join(" or ", names));
    AttributeCiphertext toAll = it.abe.encrypt(and, DATA, DIAGNOSIS);
    AttributeCiphertext toAny = it.abe.encrypt(or, DATA, DIAGNOSIS);
    AccessPolicy mixed = AccessPolicy.parse("a and b and (" + or.text() + ")");
    AttributeCiphertext toTwoAndAny = it.abe.encrypt(mixed, DATA, DIAGNOSIS);
    AttributeKey three = it.holder("a", "b", names[0]);
    RecordKey recordKey = it.keys.derive(it.anna, it.record);
    ReEncryptionTerms terms = it.terms(and.text());
    RecordReEncryptionKey reKey = it.abpre.reKey(recordKey, terms);
    RecordCiphertext stored = it.ibe.encrypt(ANNA, it.record, DATA, DIAGNOSIS);
    TurnedRecord turned = it.abpre.reEncrypt(reKey, stored);
    byte[] encoded = toAll.encode();
    return Stream.of(
            Algorithm.of("issue", () -> it.holder(names)),
            Algorithm.of("encrypt", () -> it.abe.encrypt(and, DATA, DIAGNOSIS)),
            Algorithm.of("decrypt, all of n", () -> it.abe.decrypt(key, DATA, toAll)),
            Algorithm.of("decrypt, one of n", () -> it.abe.decrypt(key, DATA, toAny)),
            Algorithm.of(
                "decrypt, two and one of n", () -> it.abe.decrypt(three, DATA, toTwoAndAny)),
            Algorithm.of("decodeCiphertext", () -> it.abe.decodeCiphertext(encoded)),
            Algorithm.of("reKey", () -> it.abpre.reKey(recordKey, terms)),
            Algorithm.of("reEncrypt", () -> it.abpre.reEncrypt(reKey, stored)),
            Algorithm.of(
                "decrypt a turned record", () -> it.abpre.decrypt(key, terms, DATA, turned)))
        .map(each -> new Algorithm(each.row(), Map.of("n", n), each.action()));
  }
}

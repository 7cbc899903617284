package org.epione.history.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.epione.cloud.boundary.SearchId;
import org.epione.cloud.boundary.SearchRequest;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.scheme.pre.Trapdoor;
import org.epione.custody.boundary.ServerKeys;
import org.epione.history.entity.SymptomSearch;
import org.epione.party.boundary.ReceivingKeys;
import org.epione.platform.identity.PartyCode;

/** Codes and trapdoors: at rest under the hospital's own key, on the way sealed to one cloud. */
@ApplicationScoped
public class SearchSecrets {

  @EJB private ServerKeys keys;
  @EJB private ReceivingKeys receivingKeys;
  @Inject private CryptoSuite suite;

  byte[] protect(PartyCode hospital, SearchId search, String code) {
    return keys.protect(hospital, codeLabel(search.hex()), code.getBytes(StandardCharsets.UTF_8));
  }

  /** What is searched for. */
  String code(SymptomSearch search) {
    return new String(
        keys.unprotect(search.hospital(), codeLabel(search.id()), search.protectedCode()),
        StandardCharsets.UTF_8);
  }

  byte[] protect(PartyCode hospital, SearchId search, Trapdoor trapdoor) {
    byte[] encoded = trapdoor.encode();
    try {
      return keys.protect(hospital, trapdoorLabel(search.hex()), encoded);
    } finally {
      Arrays.fill(encoded, (byte) 0);
    }
  }

  /** What answers are verified by; empty when the search is over. */
  Optional<Trapdoor> trapdoor(SymptomSearch search) {
    return search
        .protectedTrapdoor()
        .map(kept -> keys.unprotect(search.hospital(), trapdoorLabel(search.id()), kept))
        .map(this::decode);
  }

  private Trapdoor decode(byte[] encoded) {
    try {
      return suite.reEncryption().decodeTrapdoor(encoded);
    } finally {
      Arrays.fill(encoded, (byte) 0);
    }
  }

  /** Sealed by the hospital to that cloud, for this search. */
  SearchRequest request(PartyCode hospital, PartyCode cloud, SearchId search, Trapdoor trapdoor) {
    byte[] encoded = trapdoor.encode();
    try {
      return new SearchRequest(
          search,
          ByteString.of(
              keys.authSeal(
                  hospital,
                  receivingKeys.require(cloud),
                  SearchRequest.sealingInfo(),
                  search.value().bytes(),
                  encoded)));
    } finally {
      Arrays.fill(encoded, (byte) 0);
    }
  }

  private static String codeLabel(String search) {
    return "history.code:" + search;
  }

  private static String trapdoorLabel(String search) {
    return "history.trapdoor:" + search;
  }
}

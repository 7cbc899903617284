package org.epione.history.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.epione.cloud.boundary.SearchId;
import org.epione.cloud.boundary.Trapdoors;
import org.epione.crypto.scheme.pre.Trapdoor;
import org.epione.custody.boundary.ServerKeys;
import org.epione.history.entity.SymptomSearch;
import org.epione.platform.identity.PartyCode;

/** Codes and trapdoors of searches, kept under the hospital's own key. */
@ApplicationScoped
public class SearchSecrets {

  @EJB private ServerKeys keys;
  @Inject private Trapdoors trapdoors;

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
    return trapdoors.protect(hospital, trapdoorLabel(search.hex()), trapdoor);
  }

  /** What answers are verified by; empty when the search is over. */
  Optional<Trapdoor> trapdoor(SymptomSearch search) {
    return search
        .protectedTrapdoor()
        .map(kept -> trapdoors.unprotect(search.hospital(), trapdoorLabel(search.id()), kept));
  }

  private static String codeLabel(String search) {
    return "history.code:" + search;
  }

  private static String trapdoorLabel(String search) {
    return "history.trapdoor:" + search;
  }
}

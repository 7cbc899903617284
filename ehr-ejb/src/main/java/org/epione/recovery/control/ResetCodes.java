package org.epione.recovery.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.epione.account.boundary.ActivationCode;
import org.epione.custody.boundary.ServerKeys;
import org.epione.platform.identity.PartyCode;

/** Finds recoveries by their reset codes, of which nothing but a keyed fingerprint is kept. */
@ApplicationScoped
public class ResetCodes {

  private static final String LABEL = "reset-code";

  @EJB private ServerKeys keys;

  String fingerprint(PartyCode party, ActivationCode code) {
    byte[] characters = code.characters().getBytes(StandardCharsets.US_ASCII);
    return HexFormat.of().formatHex(keys.fingerprint(party, LABEL, characters));
  }

  /** What it can be at the parties of this server. */
  List<String> fingerprints(ActivationCode code) {
    return keys.hosted().stream().map(party -> fingerprint(party, code)).toList();
  }
}

package org.epione.ledger.connector.witness;

import java.util.ArrayList;
import java.util.List;
import org.epione.ledger.connector.port.PartyDirectory;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.identity.PartyKind;

/**
 * Who witnesses a hospital's log: the system manager, and the hospitals that follow in the order of
 * their codes, the first after the last. So each hospital has as much to do as another, however
 * many there are.
 */
public final class Witnesses {

  /** Most hospitals that witness one log. */
  private static final int MOST_HOSPITALS = 15;

  private Witnesses() {}

  /** Whether a party of this kind may witness. */
  static boolean mayWitness(PartyCertificate party) {
    return party.kind() == PartyKind.HOSPITAL || party.kind() == PartyKind.SYSTEM_MANAGER;
  }

  /** The codes of the witnesses of this hospital's log. */
  public static List<String> of(String hospital, PartyDirectory directory) {
    List<String> witnesses = new ArrayList<>(directory.codes(PartyKind.SYSTEM_MANAGER));
    List<String> others =
        directory.codes(PartyKind.HOSPITAL).stream()
            .filter(code -> !code.equals(hospital))
            .sorted()
            .toList();
    int first = (int) others.stream().filter(code -> code.compareTo(hospital) < 0).count();
    for (int i = 0; i < Math.min(MOST_HOSPITALS, others.size()); i++) {
      witnesses.add(others.get((first + i) % others.size()));
    }
    return witnesses;
  }
}

package org.epione.cloud.boundary;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.scheme.pre.Trapdoor;
import org.epione.custody.boundary.NotOpenedException;
import org.epione.custody.boundary.ServerKeys;
import org.epione.party.boundary.ReceivingKeys;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;

/**
 * Trapdoors at rest, under a party's own key, and on the way, sealed by a hospital to one cloud.
 * Their bytes are wiped as soon as they are read or sealed.
 */
@ApplicationScoped
public class Trapdoors {

  @EJB private ServerKeys keys;
  @EJB private ReceivingKeys receivingKeys;
  @Inject private CryptoSuite suite;

  /** What the party keeps; the label says what it is for, and is needed to read it. */
  public byte[] protect(PartyCode party, String label, Trapdoor trapdoor) {
    return encoded(trapdoor, bytes -> keys.protect(party, label, bytes));
  }

  /** Reads back {@link #protect}. */
  public Trapdoor unprotect(PartyCode party, String label, byte[] kept) {
    return decode(keys.unprotect(party, label, kept));
  }

  /**
   * Sealed by the hospital to that cloud, for this search.
   *
   * @throws RefusedException EHR-1020 for a cloud that is not known
   */
  public SearchRequest request(
      PartyCode hospital, PartyCode cloud, SearchId search, Trapdoor trapdoor) {
    byte[] sealed =
        encoded(
            trapdoor,
            bytes ->
                keys.authSeal(
                    hospital,
                    receivingKeys.require(cloud),
                    SearchRequest.sealingInfo(),
                    search.value().bytes(),
                    bytes));
    return new SearchRequest(search, ByteString.of(sealed));
  }

  /**
   * Opens, at the cloud, what the hospital has sealed.
   *
   * @throws NotOpenedException when it was sealed to another cloud, by another hospital or for
   *     another search
   * @throws MalformedEncodingException when there is no trapdoor in it
   */
  public Trapdoor open(PartyCode cloud, PartyCode hospital, SearchRequest request) {
    return decode(
        keys.authOpen(
            cloud,
            receivingKeys.require(hospital),
            SearchRequest.sealingInfo(),
            request.search().value().bytes(),
            request.sealedTrapdoor().bytes()));
  }

  private static byte[] encoded(Trapdoor trapdoor, UnaryOperator<byte[]> use) {
    byte[] bytes = trapdoor.encode();
    try {
      return use.apply(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private Trapdoor decode(byte[] encoded) {
    try {
      return suite.reEncryption().decodeTrapdoor(encoded);
    } finally {
      Arrays.fill(encoded, (byte) 0);
    }
  }
}

package org.epione.sharing.control;

import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.EpisodeReference;
import org.epione.ledger.record.ReadId;
import org.epione.ledger.record.RequestId;
import org.epione.platform.identity.Given;

/** Identities as they come from pages and resources: what is none does not exist. */
public final class Ids {

  private Ids() {}

  /** The request of that id. */
  public static RequestId request(String text) {
    return Given.id(text, RequestId::ofHex);
  }

  /** The reading of that id. */
  public static ReadId reading(String text) {
    return Given.id(text, ReadId::ofHex);
  }

  /** The grant of that digest. */
  public static Digest grant(String text) {
    return Given.id(text, Digest::ofHex);
  }

  /** The act of that name. */
  public static Digest bundle(String text) {
    return Given.id(text, Digest::ofHex);
  }

  /** The reference of an episode. */
  public static EpisodeReference reference(String text) {
    return Given.id(text, EpisodeReference::parse);
  }
}

package org.epione.sharing.control;

import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.ReceivedEnvelope;
import org.epione.platform.identity.PartyCode;

/** Who may send what: an envelope's signature says who sent it, not that she may. */
final class Senders {

  private Senders() {}

  /** Refuses what does not come from the system manager. */
  static void requireSystemManager(ReceivedEnvelope envelope) throws MessageRejectedException {
    require(envelope.from().equals(PartyCode.SYSTEM_MANAGER));
  }

  /** Refuses what does not come to the system manager. */
  static void requireToSystemManager(ReceivedEnvelope envelope) throws MessageRejectedException {
    require(envelope.to().equals(PartyCode.SYSTEM_MANAGER));
  }

  /** Refuses a message of a sender who has no say in the matter. */
  static void require(boolean entitled) throws MessageRejectedException {
    if (!entitled) {
      throw new MessageRejectedException("The sender has no say in this matter.");
    }
  }
}

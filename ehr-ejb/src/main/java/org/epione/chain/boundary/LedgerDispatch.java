package org.epione.chain.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Map;
import java.util.Optional;
import org.epione.ledger.connector.port.Dispatch;
import org.epione.outbox.boundary.DestinationKind;
import org.epione.outbox.boundary.Outbox;
import org.epione.party.boundary.Post;
import org.epione.platform.identity.PartyCode;

/** Sends for the ledger connector, through the outbox. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class LedgerDispatch implements Dispatch {

  @EJB private Post post;

  @EJB private Outbox outbox;

  @Override
  public void send(String from, String to, String type, byte[] payload) {
    post.send(new PartyCode(from), new PartyCode(to), type, payload, Optional.empty());
  }

  @Override
  public void publish(String topic, byte[] body, Map<String, String> properties) {
    outbox.put(topic, DestinationKind.TOPIC, body, properties, Optional.of(topic));
  }
}

package org.epione.sharing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.epione.custody.boundary.ServerKeys;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordBody;
import org.epione.ledger.record.RecordContent;
import org.epione.ledger.record.RecordSignature;
import org.epione.platform.identity.PartyCode;

/** The system manager's own records for hospitals' chains. */
@ApplicationScoped
public class SystemManagerRecords {

  @EJB private ServerKeys keys;
  @Inject private PartyCertificates certificates;
  @Inject private Clock clock;

  /** A record that says this on that hospital's chain, signed now. */
  LedgerRecord sign(PartyCode hospital, RecordBody body) {
    RecordContent content =
        new RecordContent(
            certificates.pid(hospital),
            certificates.pid(PartyCode.SYSTEM_MANAGER),
            clock.instant(),
            body);
    return content.signed(
        RecordSignature.ed25519(keys.sign(PartyCode.SYSTEM_MANAGER, content.toSign())));
  }
}

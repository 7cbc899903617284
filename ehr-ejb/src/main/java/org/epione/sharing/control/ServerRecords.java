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

/** What the system manager and hospitals themselves say on hospitals' chains. */
@ApplicationScoped
public class ServerRecords {

  @EJB private ServerKeys keys;
  @Inject private PartyCertificates certificates;
  @Inject private Clock clock;

  /** What the system manager says on that hospital's chain, signed now. */
  LedgerRecord bySystemManager(PartyCode hospital, RecordBody body) {
    return sign(PartyCode.SYSTEM_MANAGER, hospital, body);
  }

  /** What a hospital says on its own chain, signed now. */
  LedgerRecord byHospital(PartyCode hospital, RecordBody body) {
    return sign(hospital, hospital, body);
  }

  private LedgerRecord sign(PartyCode author, PartyCode hospital, RecordBody body) {
    RecordContent content =
        new RecordContent(
            certificates.pid(hospital), certificates.pid(author), clock.instant(), body);
    return content.signed(RecordSignature.ed25519(keys.sign(author, content.toSign())));
  }
}

package org.epione.supervision.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.epione.chain.boundary.ChainSubmission;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.ServerKeys;
import org.epione.ledger.record.CreditRulesBody;
import org.epione.ledger.record.RecordContent;
import org.epione.ledger.record.RecordSignature;
import org.epione.ledger.rules.CreditRules;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;
import org.epione.supervision.boundary.RulesView;
import org.epione.supervision.boundary.WeightsView;

/** Rules of credit on hospitals' chains, and the system manager's records that change them. */
@ApplicationScoped
public class Rulings {

  private static final PartyCode SELF = PartyCode.SYSTEM_MANAGER;

  @EJB private ServerKeys keys;
  @EJB private ChainSubmission chain;
  @Inject private KnownChains known;
  @Inject private Clock clock;

  /** The rules in force, as far as the chain is kept here. */
  public RulesView of(PartyCode hospital, String name) {
    return new RulesView(
        hospital.value(),
        name,
        known.state(hospital).map(state -> WeightsView.of(state.credit().rules())));
  }

  /** Signs new rules and submits them. */
  public Digest change(PartyCode hospital, WeightsView weights) {
    CreditRules rules;
    try {
      rules = weights.rules();
    } catch (IllegalArgumentException e) {
      throw new RefusedException(ErrorCode.CREDIT_RULES_UNFIT);
    }
    RecordContent content =
        new RecordContent(
            known.certificate(hospital).pid(),
            known.certificate(SELF).pid(),
            clock.instant(),
            new CreditRulesBody(rules));
    return chain.submit(
        SELF, hospital, content.signed(RecordSignature.ed25519(keys.sign(SELF, content.toSign()))));
  }
}

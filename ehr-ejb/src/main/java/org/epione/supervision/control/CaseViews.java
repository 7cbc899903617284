package org.epione.supervision.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.epione.ledger.credit.Score;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.LedgerRecord;
import org.epione.platform.identity.PartyCode;
import org.epione.supervision.boundary.CaseView;
import org.epione.supervision.boundary.MatterKind;
import org.epione.supervision.entity.SupervisionCase;

/** What the system manager sees of a matter. */
@ApplicationScoped
public class CaseViews {

  @Inject private KnownChains known;
  @Inject private SealedTexts texts;

  CaseView of(SupervisionCase taken) {
    LodgedMessage message = LodgedMessage.decode(taken.evidence());
    LedgerRecord filed = message.filed().ledgerRecord();
    Pid concerned = taken.kind() == MatterKind.REPORT ? filed.chain() : filed.author();
    return new CaseView(
        taken.id().hex(),
        taken.kind(),
        taken.hospital().value(),
        known.name(taken.hospital()),
        filed.author().hex(),
        message.filed().view(),
        texts.unprotect(PartyCode.SYSTEM_MANAGER, taken.id(), taken.protectedText()).text(),
        message.named().stream().map(Proven::view).toList(),
        known
            .state(taken.hospital())
            .flatMap(state -> state.credit().of(concerned))
            .map(Score::points),
        message.named().isEmpty(),
        taken.receivedAt(),
        taken.state(),
        taken.outcome(),
        taken
            .protectedReason()
            .map(kept -> texts.unprotect(PartyCode.SYSTEM_MANAGER, taken.id(), kept).text()),
        taken.refusal());
  }
}

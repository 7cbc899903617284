package org.epione.team.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.identity.EpisodeId;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.scheme.multisig.SigningOrder;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.identity.Validity;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.FormerTeam;
import org.epione.ledger.state.TeamMember;
import org.epione.team.boundary.Loss;
import org.epione.team.boundary.PartFault;
import org.epione.team.boundary.PartRefusedException;
import org.epione.team.entity.Episode;

/** Reads from the chain what was agreed about a team. */
@ApplicationScoped
public class Rosters {

  @Inject private TeamDoctors doctors;
  @Inject private LostTurns lostTurns;
  @EJB private Chains chains;

  /** The team of an episode that the chain carries, no turn of it lost to expulsion. */
  Roster of(Episode episode) throws PartRefusedException {
    ChainState state = chains.state(episode.hospital());
    org.epione.ledger.state.Episode opened =
        state
            .episode(RecordId.ofHex(episode.id()))
            .orElseThrow(() -> new PartRefusedException(PartFault.WRONG_EPISODE));
    List<SigningOrder.Signer> signers = new ArrayList<>();
    List<Validity> warrants = new ArrayList<>();
    Collection<Loss> lost = lostTurns.of(state, episode.id()).values();
    if (!lost.isEmpty()) {
      throw new PartRefusedException(fault(lost));
    }
    for (TeamMember member : opened.team()) {
      signers.add(
          doctors
              .signer(state, member)
              .orElseThrow(() -> new PartRefusedException(PartFault.EXPELLED)));
      warrants.add(member.warrant());
    }
    return new Roster(
        EpisodeId.of(ByteString.ofHex(episode.id()).bytes()),
        opened.patient().pseudonym(),
        new SigningOrder(signers, opened.former().stream().map(FormerTeam::order).toList()),
        warrants);
  }

  private static PartFault fault(Collection<Loss> lost) {
    return switch (Collections.min(lost)) {
      case EXPELLED -> PartFault.EXPELLED;
      case WARRANT_WITHDRAWN -> PartFault.WITHDRAWN;
      case WARRANT_ENDED -> PartFault.NO_WARRANT;
      case GAVE_UP -> PartFault.GAVE_UP;
    };
  }
}

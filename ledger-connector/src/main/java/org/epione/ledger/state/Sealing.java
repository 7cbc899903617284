package org.epione.ledger.state;

import java.time.Instant;

/**
 * Forgets what can play no part any more when an epoch is closed, so that the state of a chain does
 * not grow with its records: where records of earlier epochs stand, all of which are too old to
 * come again; requests and grants whose time is over, with the readings under them. What stays is
 * what somebody may still build on: people and their keys, scores and what moved them, episodes,
 * which a patient may share for as long as their records are kept, open requests and grants,
 * emergencies that nobody has reviewed, and matters. Every verifier forgets the same at the same
 * place. Depends on the state alone; sealing what is sealed changes nothing.
 */
final class Sealing {

  private Sealing() {}

  static ChainState of(ChainState state) {
    return state.withPast(state.past().sealed()).withSharing(sealed(state));
  }

  /** A record about what ended so long ago would be too old for the next block. */
  private static Sharing sealed(ChainState state) {
    Sharing sharing = state.sharing();
    if (state.founding().isEmpty() || state.head().isEmpty()) {
      return sharing;
    }
    Instant limit =
        state.head().get().time().minus(state.founding().get().blockRules().maxRecordAge());
    var consents =
        sharing
            .consents()
            .filter((grant, consent) -> !consent.validity().notAfter().isBefore(limit));
    return new Sharing(
        sharing.requests().filter((id, request) -> !request.notAfter().isBefore(limit)),
        consents,
        sharing.reads().filter((read, grant) -> consents.contains(grant)),
        sharing.spent().filter((grant, until) -> !until.isBefore(limit)),
        sharing.emergencies());
  }
}

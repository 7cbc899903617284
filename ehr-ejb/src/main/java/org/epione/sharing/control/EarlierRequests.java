package org.epione.sharing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.epione.crypto.codec.ByteString;
import org.epione.keychange.boundary.EarlierKeys;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.Delegate;
import org.epione.platform.identity.AccountId;
import org.epione.sharing.entity.RecordRequest;
import org.epione.sharing.entity.RequestState;

/**
 * What a doctor asked for is read with the key with which she asked. While a request of hers can
 * still be read, any of her keys may be that one.
 */
@ApplicationScoped
public class EarlierRequests implements EarlierKeys {

  private static final Set<RequestState> OPEN =
      EnumSet.of(
          RequestState.SENT,
          RequestState.WITH_PATIENT,
          RequestState.CONSENTED,
          RequestState.READY,
          RequestState.WITHDRAWN);

  @Inject private RequestRegister register;
  @Inject private Clock clock;

  @Override
  public Set<ByteString> needed(AccountId account, ChainState chain, Delegate doctor) {
    Instant now = clock.instant();
    return register.of(account).stream().anyMatch(request -> isOpen(request, now))
        ? Set.copyOf(doctor.signingKeys())
        : Set.of();
  }

  private static boolean isOpen(RecordRequest request, Instant now) {
    return OPEN.contains(request.state())
        && request.notAfter().filter(end -> end.isBefore(now)).isEmpty();
  }
}

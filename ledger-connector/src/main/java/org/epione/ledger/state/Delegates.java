package org.epione.ledger.state;

import java.util.Collection;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.versioned.VersionedMap;

/** The doctors of a chain, whose each signing key is or was, and their stations; immutable. */
record Delegates(
    VersionedMap<Pid, Delegate> byPid, VersionedMap<ByteString, Pid> keys, Stations stations) {

  static final Delegates NONE =
      new Delegates(VersionedMap.empty(), VersionedMap.empty(), Stations.NONE);

  Delegates with(Delegate delegate) {
    return new Delegates(
        byPid.with(delegate.pid(), delegate),
        keys.with(delegate.signingKey(), delegate.pid()),
        stations);
  }

  Delegates with(Stations changed) {
    return new Delegates(byPid, keys, changed);
  }

  Optional<Delegate> get(Pid pid) {
    return byPid.get(pid);
  }

  Collection<Delegate> all() {
    return byPid.toMap().values();
  }
}

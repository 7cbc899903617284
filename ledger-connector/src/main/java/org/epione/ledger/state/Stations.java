package org.epione.ledger.state;

import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.versioned.VersionedMap;

/** The station of each doctor, empty once taken back, and whose every key ever was; immutable. */
record Stations(
    VersionedMap<Pid, Optional<EnrolledStation>> byDoctor, VersionedMap<ByteString, Pid> keys) {

  static final Stations NONE = new Stations(VersionedMap.empty(), VersionedMap.empty());

  Stations with(EnrolledStation station) {
    return new Stations(
        byDoctor.with(station.doctor(), Optional.of(station)),
        keys.with(station.key(), station.doctor()));
  }

  Stations without(Pid doctor) {
    return new Stations(byDoctor.with(doctor, Optional.empty()), keys);
  }

  Optional<EnrolledStation> of(Pid doctor) {
    return byDoctor.get(doctor).flatMap(station -> station);
  }
}

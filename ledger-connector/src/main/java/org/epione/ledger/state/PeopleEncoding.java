package org.epione.ledger.state;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.ledger.identity.KeyLengths;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.identity.Validity;
import org.epione.ledger.rules.BlockRules;
import org.epione.ledger.versioned.VersionedMap;

/** The servers, doctors and stations of a chain within the encoding of its state. */
final class PeopleEncoding {

  private static final int MAX_RULES = 256;

  private PeopleEncoding() {}

  /** Whoever had the keys before is the same doctor, and had each once. */
  private static void requireOne(Delegate delegate) {
    boolean same =
        delegate.former().stream()
            .allMatch(
                each ->
                    each.pid().equals(delegate.pid())
                        && each.hospital().equals(delegate.certificate().hospital()));
    if (!same || Set.copyOf(delegate.signingKeys()).size() != delegate.signingKeys().size()) {
      throw new MalformedEncodingException("keys before of another doctor, or twice");
    }
  }

  private static DoctorCertificate doctor(CanonicalReader from) {
    return DoctorCertificate.decode(from.bytes(DoctorCertificate.MAX_LENGTH));
  }

  static void writeFounding(CanonicalWriter to, Founding founding) {
    to.bytes(founding.systemManager().encode())
        .bytes(founding.hospital().encode())
        .bytes(founding.cloud().encode())
        .bytes(founding.blockRules().encode());
  }

  static Founding readFounding(CanonicalReader from) {
    return new Founding(
        party(from), party(from), party(from), BlockRules.decode(from.bytes(MAX_RULES)));
  }

  private static PartyCertificate party(CanonicalReader from) {
    return PartyCertificate.decode(from.bytes(PartyCertificate.MAX_LENGTH));
  }

  /** Whether a doctor signed with another key before. */
  static boolean hasFormerKeys(Delegates delegates) {
    return delegates.byPid().toMap().values().stream()
        .anyMatch(delegate -> !delegate.former().isEmpty());
  }

  static void write(CanonicalWriter to, Delegates delegates, boolean formerKeys) {
    Entries.write(
        to,
        delegates.byPid(),
        Pid::value,
        (each, entry) -> {
          Delegate delegate = entry.getValue();
          each.bytes(delegate.certificate().encode())
              .bytes(delegate.hospital().encode())
              .instant(delegate.since());
          if (formerKeys) {
            each.list(delegate.former(), (item, former) -> item.bytes(former.encode()));
          }
        });
    Entries.write(
        to,
        delegates.stations().byDoctor().filter((doctor, station) -> station.isPresent()),
        Pid::value,
        (each, entry) -> writeStation(each, entry.getValue().orElseThrow()));
    Entries.write(
        to,
        delegates.stations().keys(),
        key -> key,
        (each, entry) -> {
          each.fixed(entry.getKey().bytes(), KeyLengths.ED25519_KEY);
          entry.getValue().write(each);
        });
  }

  static Delegates read(CanonicalReader from, boolean formerKeys) {
    VersionedMap<Pid, Delegate> byPid =
        Entries.read(
            from,
            Pid::value,
            each -> {
              Delegate delegate =
                  new Delegate(
                      doctor(each),
                      party(each),
                      each.instant(),
                      formerKeys
                          ? each.list(Delegate.MOST_FORMER, PeopleEncoding::doctor)
                          : List.of());
              requireOne(delegate);
              return Map.entry(delegate.pid(), delegate);
            });
    Map<ByteString, Pid> keys = new HashMap<>();
    byPid
        .toMap()
        .forEach((pid, delegate) -> delegate.signingKeys().forEach(key -> keys.put(key, pid)));
    VersionedMap<Pid, Optional<EnrolledStation>> byDoctor =
        Entries.read(
            from,
            Pid::value,
            each -> {
              EnrolledStation station = readStation(each);
              return Map.entry(station.doctor(), Optional.of(station));
            });
    VersionedMap<ByteString, Pid> stationKeys =
        Entries.read(
            from,
            key -> key,
            each -> Map.entry(Fields.fixed(each, KeyLengths.ED25519_KEY), Pid.read(each)));
    return new Delegates(byPid, VersionedMap.of(keys), new Stations(byDoctor, stationKeys));
  }

  private static void writeStation(CanonicalWriter to, EnrolledStation station) {
    station.doctor().write(to);
    to.fixed(station.key().bytes(), KeyLengths.ED25519_KEY);
    station.validity().write(to);
  }

  private static EnrolledStation readStation(CanonicalReader from) {
    return new EnrolledStation(
        Pid.read(from), Fields.fixed(from, KeyLengths.ED25519_KEY), Validity.read(from));
  }
}

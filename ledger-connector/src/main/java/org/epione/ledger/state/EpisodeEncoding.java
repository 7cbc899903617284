package org.epione.ledger.state;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.ledger.identity.KeyLengths;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.identity.Validity;
import org.epione.ledger.record.EpisodeReference;
import org.epione.ledger.versioned.VersionedMap;

/** The episodes of a chain within the encoding of its state. */
final class EpisodeEncoding {

  private static final int MAX_LOCATION = 256;
  private static final int MAX_CHANGES = 65_535;

  private EpisodeEncoding() {}

  /** Whether a team was changed, without which the encoding says nothing about former ones. */
  static boolean hasFormerTeams(Episodes episodes) {
    return episodes.byId().toMap().values().stream()
        .anyMatch(episode -> !episode.former().isEmpty());
  }

  /** Whether a doctor of another hospital agreed to give her opinion in any. */
  static boolean hasVisitors(Episodes episodes) {
    return episodes.byId().toMap().values().stream()
        .anyMatch(episode -> !episode.visitors().isEmpty());
  }

  static void write(CanonicalWriter to, Episodes episodes, Delegates doctors, int version) {
    Entries.write(
        to,
        episodes.byId(),
        id -> ByteString.of(id.bytes()),
        (each, entry) -> write(each, entry.getValue(), doctors, version));
  }

  /** Former teams by themselves. */
  static byte[] encode(List<FormerTeam> former) {
    CanonicalWriter to = CanonicalWriter.of("epione.former-teams", 1);
    write(to, former);
    return to.toByteArray();
  }

  private static void write(CanonicalWriter to, List<FormerTeam> former) {
    to.list(
        former,
        (each, team) ->
            each.list(team.doctors(), (item, doctor) -> doctor.write(item)).instant(team.until()));
  }

  static Episodes read(CanonicalReader from, Delegates doctors, int version) {
    VersionedMap<RecordId, Episode> byId =
        Entries.read(
            from,
            id -> ByteString.of(id.bytes()),
            each -> {
              Episode episode = episode(each, doctors, version);
              return Map.entry(episode.id(), episode);
            });
    Map<EpisodeReference, RecordId> references = new HashMap<>();
    Map<Pid, RecordId> patients = new HashMap<>();
    for (Episode episode : byId.toMap().values()) {
      references.put(EpisodeReference.of(episode.id()), episode.id());
      patients.put(episode.patient(), episode.id());
    }
    return new Episodes(byId, VersionedMap.of(references), VersionedMap.of(patients));
  }

  private static void write(CanonicalWriter to, Episode episode, Delegates doctors, int version) {
    Fields.episode(to, episode.id());
    episode.patient().write(to);
    to.fixed(episode.patientKey().bytes(), KeyLengths.BLS_KEY);
    to.list(
        episode.team(),
        (each, member) -> {
          member.doctor().write(each);
          EarlierKey.write(each, doctors, version, member.doctor(), member.key());
          member.warrant().write(each);
          each.optional(member.withdrawnAt(), CanonicalWriter::instant);
        });
    if (version >= StateEncoding.FORMER_TEAMS) {
      write(to, episode.former());
    }
    if (version >= StateEncoding.VISITORS) {
      to.list(episode.visitors(), (each, doctor) -> doctor.write(each));
    }
    Fields.digest(to, episode.evidence());
    to.instant(episode.openedAt());
    to.optional(
        episode.diagnosis(),
        (each, result) -> {
          Fields.digest(each, result.record());
          Fields.digest(each, result.ciphertext());
          each.u64(result.length()).instant(result.at());
        });
    to.optional(episode.location(), CanonicalWriter::text);
  }

  private static TeamMember member(CanonicalReader from, Delegates doctors, int version) {
    Pid doctor = Pid.read(from);
    return new TeamMember(
        doctor,
        EarlierKey.read(from, doctors, version, doctor),
        Validity.read(from),
        from.optional(CanonicalReader::instant));
  }

  private static Episode episode(CanonicalReader from, Delegates doctors, int version) {
    return new Episode(
        Fields.episode(from),
        Pid.read(from),
        Fields.fixed(from, KeyLengths.BLS_KEY),
        from.list(Statement.MAX_SIGNERS, each -> member(each, doctors, version)),
        version >= StateEncoding.FORMER_TEAMS
            ? from.list(
                MAX_CHANGES,
                each -> new FormerTeam(each.list(Statement.MAX_SIGNERS, Pid::read), each.instant()))
            : List.of(),
        version >= StateEncoding.VISITORS ? from.list(Episode.MOST_VISITORS, Pid::read) : List.of(),
        Fields.digest(from),
        from.instant(),
        from.optional(
            each ->
                new Episode.Diagnosed(
                    Fields.digest(each), Fields.digest(each), each.u64(), each.instant())),
        from.optional(each -> each.text(MAX_LOCATION)));
  }
}

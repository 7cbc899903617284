package org.epione.ledger.state;

import java.util.Map;
import java.util.Optional;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.Header;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.credit.CreditBook;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.merkle.TreeFrontier;
import org.epione.ledger.versioned.VersionedMap;

/** The canonical encoding of the state of a chain: docs/formats.md. */
final class StateEncoding {

  private static final String TAG = "epione.chain-state";

  private static final int PLAIN = 1;
  static final int FORMER_TEAMS = 2;

  /** With former teams, though there may be none, and the grants that are spent. */
  static final int SPENT_GRANTS = 3;

  /** With all of it, and the emergencies that nobody has reviewed. */
  static final int EMERGENCIES = 4;

  /** With all of it, and the doctors of other hospitals who agreed to give their opinion. */
  static final int VISITORS = 5;

  /** With all of it, and the keys that doctors had before. */
  static final int FORMER_KEYS = 6;

  private StateEncoding() {}

  static byte[] encode(ChainState state) {
    int version = versionOf(state);
    CanonicalWriter to = CanonicalWriter.of(TAG, version);
    to.optional(state.founding(), PeopleEncoding::writeFounding);
    to.optional(state.head(), StateEncoding::writeHead);
    to.optional(state.epoch(), StateEncoding::writeEpoch);
    state.log().write(to);
    state.credit().write(to);
    PeopleEncoding.write(to, state.delegateMap(), version >= FORMER_KEYS);
    EpisodeEncoding.write(to, state.episodeMap(), state.delegateMap(), version);
    SharingEncoding.write(to, state.sharing(), state.delegateMap(), version);
    Entries.write(
        to,
        state.past().contents(),
        Fields::key,
        (each, entry) -> {
          Fields.digest(each, entry.getKey());
          each.u64(entry.getValue().height()).u16(entry.getValue().index());
        });
    Entries.write(
        to,
        state.rejections(),
        Fields::key,
        (each, entry) -> {
          Fields.digest(each, entry.getKey());
          entry.getValue().write(each);
        });
    MatterEncoding.write(to, state.matters());
    return to.toByteArray();
  }

  static ChainState decode(byte[] encoded) {
    int stated = Header.of(encoded).version();
    int version = stated >= FORMER_TEAMS && stated <= FORMER_KEYS ? stated : PLAIN;
    ChainState state = CanonicalReader.decode(TAG, version, encoded, from -> read(from, version));
    if (versionOf(state) != version) {
      throw new MalformedEncodingException(TAG + ": what is in it has another version");
    }
    return state;
  }

  /** The lowest that has room for what there is. */
  private static int versionOf(ChainState state) {
    if (PeopleEncoding.hasFormerKeys(state.delegateMap())) {
      return FORMER_KEYS;
    }
    if (EpisodeEncoding.hasVisitors(state.episodeMap())) {
      return VISITORS;
    }
    if (!state.sharing().emergencies().toMap().isEmpty()) {
      return EMERGENCIES;
    }
    if (!state.sharing().spent().toMap().isEmpty()) {
      return SPENT_GRANTS;
    }
    return EpisodeEncoding.hasFormerTeams(state.episodeMap()) ? FORMER_TEAMS : PLAIN;
  }

  private static ChainState read(CanonicalReader from, int version) {
    Optional<Founding> founding = from.optional(PeopleEncoding::readFounding);
    Optional<ChainHead> head = from.optional(StateEncoding::readHead);
    Optional<Epoch> epoch = from.optional(StateEncoding::readEpoch);
    TreeFrontier log = TreeFrontier.read(from);
    CreditBook credit = CreditBook.read(from);
    Delegates delegates = PeopleEncoding.read(from, version >= FORMER_KEYS);
    Episodes episodes = EpisodeEncoding.read(from, delegates, version);
    Sharing sharing = SharingEncoding.read(from, delegates, version);
    VersionedMap<Digest, RecordPosition> contents =
        Entries.read(
            from,
            Fields::key,
            each -> Map.entry(Fields.digest(each), new RecordPosition(each.u64(), each.u16())));
    VersionedMap<Digest, Pid> rejections =
        Entries.read(from, Fields::key, each -> Map.entry(Fields.digest(each), Pid.read(each)));
    return new ChainState(
        founding,
        head,
        credit,
        delegates,
        episodes,
        sharing,
        new Past(epoch, log, contents),
        rejections,
        MatterEncoding.read(from));
  }

  private static void writeHead(CanonicalWriter to, ChainHead head) {
    to.u64(head.height());
    Fields.digest(to, head.hash());
    to.instant(head.time()).u64(head.records());
  }

  private static ChainHead readHead(CanonicalReader from) {
    return new ChainHead(from.u64(), Fields.digest(from), from.instant(), from.u64());
  }

  private static void writeEpoch(CanonicalWriter to, Epoch epoch) {
    to.u64(epoch.number()).u64(epoch.firstHeight()).instant(epoch.since());
  }

  private static Epoch readEpoch(CanonicalReader from) {
    return new Epoch(from.u64(), from.u64(), from.instant());
  }
}

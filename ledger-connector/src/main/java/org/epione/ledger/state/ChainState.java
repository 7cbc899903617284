package org.epione.ledger.state;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.block.Block;
import org.epione.ledger.block.BlockHeader;
import org.epione.ledger.credit.CreditBook;
import org.epione.ledger.credit.Score;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.merkle.TreeFrontier;
import org.epione.ledger.record.EpisodeReference;
import org.epione.ledger.record.EpochClosedBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.MatterId;
import org.epione.ledger.record.ReadId;
import org.epione.ledger.record.RequestId;
import org.epione.ledger.rules.CreditRules;
import org.epione.ledger.versioned.VersionedMap;

/**
 * What a chain says up to some record: an immutable value, and a pure function of the records.
 * {@link #apply} trusts its record; whether a record may come next is for {@link RecordRules}.
 */
public final class ChainState {

  /** Before the first record. */
  public static final ChainState EMPTY =
      new ChainState(
          Optional.empty(),
          Optional.empty(),
          CreditBook.under(CreditRules.DEFAULT),
          Delegates.NONE,
          Episodes.NONE,
          Sharing.NONE,
          Past.NONE,
          VersionedMap.empty(),
          Matters.NONE);

  private final Optional<Founding> founding;
  private final Optional<ChainHead> head;
  private final CreditBook credit;
  private final Delegates delegates;
  private final Episodes episodes;
  private final Sharing sharing;
  private final Past past;
  private final VersionedMap<Digest, Pid> rejections;
  private final Matters matters;

  ChainState(
      Optional<Founding> founding,
      Optional<ChainHead> head,
      CreditBook credit,
      Delegates delegates,
      Episodes episodes,
      Sharing sharing,
      Past past,
      VersionedMap<Digest, Pid> rejections,
      Matters matters) {
    this.founding = founding;
    this.head = head;
    this.credit = credit;
    this.delegates = delegates;
    this.episodes = episodes;
    this.sharing = sharing;
    this.past = past;
    this.rejections = rejections;
    this.matters = matters;
  }

  /** The state after {@code record}, which is allowed to come next, at {@code position}. */
  public ChainState apply(LedgerRecord record, RecordPosition position) {
    return new StateFold(this, record, position).result().withRecord(record, position);
  }

  /** The state after a block that was checked before. */
  public ChainState after(Block block) {
    ChainState state = this;
    for (int i = 0; i < block.records().size(); i++) {
      state = state.apply(block.records().get(i), new RecordPosition(block.header().height(), i));
    }
    return state.close(block.header());
  }

  /** The state after the last record of the block with this header. */
  public ChainState close(BlockHeader header) {
    long before = head.map(ChainHead::records).orElse(0L);
    ChainHead next =
        new ChainHead(header.height(), header.hash(), header.time(), before + header.recordCount());
    return new ChainState(
        founding,
        Optional.of(next),
        credit,
        delegates,
        episodes,
        sharing,
        past,
        rejections,
        matters);
  }

  /** Who founded the chain; absent before the first record. */
  public Optional<Founding> founding() {
    return founding;
  }

  /** The last closed block; absent before the first. */
  public Optional<ChainHead> head() {
    return head;
  }

  /** Height of the next block. */
  public long nextHeight() {
    return head.map(h -> h.height() + 1).orElse(0L);
  }

  /** All scores, and the rules under which they move. */
  public CreditBook credit() {
    return credit;
  }

  /** The doctor with this pseudo-identity. */
  public Optional<Delegate> delegate(Pid doctor) {
    return delegates.get(doctor);
  }

  /** All doctors, in no particular order. */
  public Collection<Delegate> delegates() {
    return delegates.all();
  }

  /** The station that countersigns for this doctor. */
  public Optional<EnrolledStation> station(Pid doctor) {
    return delegates.stations().of(doctor);
  }

  /** All stations that are enrolled now, in no particular order. */
  public List<EnrolledStation> stations() {
    return delegates.stations().byDoctor().toMap().values().stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** The doctor for whom the station with this key countersigns. */
  public Optional<Pid> stationHolder(ByteString key) {
    return delegates
        .stations()
        .keys()
        .get(key)
        .filter(doctor -> station(doctor).filter(now -> now.key().equals(key)).isPresent());
  }

  /** Whether this key is, or was, that of a station. */
  public boolean isStationKey(ByteString key) {
    return delegates.stations().keys().contains(key);
  }

  /** Whether the doctor is known and not expelled. */
  public boolean inGoodStanding(Pid doctor) {
    return credit.of(doctor).filter(score -> score.inGoodStanding()).isPresent();
  }

  /** Whose signing key this is. */
  public Optional<Pid> holderOf(ByteString signingKey) {
    return delegates.keys().get(signingKey);
  }

  /** The episode with this identity. */
  public Optional<Episode> episode(RecordId id) {
    return episodes.get(id);
  }

  /** The episode with this reference. */
  public Optional<Episode> episode(EpisodeReference reference) {
    return episodes.get(reference);
  }

  /** All episodes, in no particular order. */
  public Collection<Episode> episodes() {
    return episodes.byId().toMap().values();
  }

  /** The episode in which a patient has this pseudo-identity. */
  public Optional<RecordId> episodeOfPatient(Pid patient) {
    return episodes.patients().get(patient);
  }

  /** The request with this name. */
  public Optional<AccessRequest> request(RequestId id) {
    return sharing.requests().get(id);
  }

  /** The consent with this grant. */
  public Optional<Consent> consent(Digest grant) {
    return sharing.consents().get(grant);
  }

  /** Whether the grant was made ahead and has answered a request, or is withdrawn. */
  public boolean isSpent(Digest grant) {
    return sharing.spent().contains(grant);
  }

  /** What could be read under the grant of an emergency that nobody has reviewed. */
  public Optional<RecordId> openEmergency(Digest grant) {
    return sharing.emergencies().get(grant);
  }

  /** Whether a reading of this name is on the chain. */
  public boolean hasRead(ReadId read) {
    return sharing.reads().contains(read);
  }

  /** The epoch that is open; absent before the first record. */
  public Optional<Epoch> epoch() {
    return past.epoch();
  }

  /** The RFC 6962 tree over all records so far. */
  public TreeFrontier log() {
    return past.log();
  }

  /** What remains of this state when the epoch is closed after its head: see {@link Sealing}. */
  public ChainState sealed() {
    return Sealing.of(this);
  }

  /** The closing of the epoch after the head of this state, which is there. */
  public EpochClosedBody closing() {
    ChainHead last = head.orElseThrow();
    return new EpochClosedBody(
        past.epoch().orElseThrow().number(),
        last.height(),
        last.hash(),
        past.log().size(),
        past.log().root(),
        sealed().digest());
  }

  /** The canonical encoding: all that any later verdict depends on. */
  public byte[] encode() {
    return StateEncoding.encode(this);
  }

  /** Reads what {@link #encode} wrote; whether it is the state of a chain is not seen from it. */
  public static ChainState decode(byte[] encoded) {
    return StateEncoding.decode(encoded);
  }

  /** SHA-256 of the encoding. */
  public Digest digest() {
    return Digest.of(encode());
  }

  /** Where the record with this content stands, if it is of this epoch or the one before. */
  public Optional<RecordPosition> positionOf(Digest content) {
    return past.contents().get(content);
  }

  /** The doctor whose record of this content is rejected on the chain. */
  public Optional<Pid> rejected(Digest content) {
    return rejections.get(content);
  }

  /** The hospital whose chain it is may open episodes. */
  public boolean isHospitalInGoodStanding() {
    return founding
        .flatMap(founded -> credit.of(founded.chain()))
        .map(Score::inGoodStanding)
        .orElse(true);
  }

  /** The report with this name. */
  public Optional<Report> report(MatterId id) {
    return matters.reports().get(id);
  }

  /** All reports, in no particular order. */
  public Collection<Report> reports() {
    return matters.reports().toMap().values();
  }

  /** The reports that wait for a decision for longer than is due, the oldest first. */
  public List<Report> overdueReports(Instant now) {
    return reports().stream()
        .filter(report -> report.isOverdue(now))
        .sorted(Comparator.comparing(Report::at))
        .toList();
  }

  /** The appeal with this name. */
  public Optional<LodgedAppeal> appeal(MatterId id) {
    return matters.appeals().get(id);
  }

  /** All appeals, in no particular order. */
  public Collection<LodgedAppeal> appeals() {
    return matters.appeals().toMap().values();
  }

  Matters matters() {
    return matters;
  }

  Delegates delegateMap() {
    return delegates;
  }

  Episodes episodeMap() {
    return episodes;
  }

  Sharing sharing() {
    return sharing;
  }

  ChainState withFounding(Founding value, CreditBook book) {
    return new ChainState(
        Optional.of(value), head, book, delegates, episodes, sharing, past, rejections, matters);
  }

  ChainState withCredit(CreditBook value) {
    return new ChainState(
        founding, head, value, delegates, episodes, sharing, past, rejections, matters);
  }

  ChainState withDelegate(Delegate value) {
    return withDelegates(delegates.with(value)).withCredit(credit.enrolled(value.pid()));
  }

  ChainState withStation(EnrolledStation station) {
    return withDelegates(delegates.with(delegates.stations().with(station)));
  }

  ChainState withoutStation(Pid doctor) {
    return withDelegates(delegates.with(delegates.stations().without(doctor)));
  }

  private ChainState withDelegates(Delegates value) {
    return new ChainState(
        founding, head, credit, value, episodes, sharing, past, rejections, matters);
  }

  ChainState withEpisodes(Episodes value) {
    return new ChainState(
        founding, head, credit, delegates, value, sharing, past, rejections, matters);
  }

  ChainState withSharing(Sharing value) {
    return new ChainState(
        founding, head, credit, delegates, episodes, value, past, rejections, matters);
  }

  ChainState withMatters(Matters value) {
    return new ChainState(
        founding, head, credit, delegates, episodes, sharing, past, rejections, value);
  }

  ChainState withRejection(Digest content, Pid doctor, CreditBook book) {
    return new ChainState(
        founding,
        head,
        book,
        delegates,
        episodes,
        sharing,
        past,
        rejections.with(content, doctor),
        matters);
  }

  private ChainState withRecord(LedgerRecord record, RecordPosition position) {
    return withPast(past.with(record, position));
  }

  ChainState withPast(Past value) {
    return new ChainState(
        founding, head, credit, delegates, episodes, sharing, value, rejections, matters);
  }

  ChainState withEpoch(Epoch begun) {
    return withPast(past.with(begun));
  }

  Past past() {
    return past;
  }

  VersionedMap<Digest, Pid> rejections() {
    return rejections;
  }
}

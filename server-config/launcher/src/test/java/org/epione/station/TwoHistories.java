package org.epione.station;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.signature.Ed25519KeyPair;
import org.epione.ledger.block.Block;
import org.epione.ledger.block.BlockHeader;
import org.epione.ledger.block.SignedHeader;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.identity.PartyIdentity;
import org.epione.ledger.identity.PartyKind;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.identity.Validity;
import org.epione.ledger.record.CreditRulesBody;
import org.epione.ledger.record.HospitalAdmittedBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordBody;
import org.epione.ledger.record.RecordContent;
import org.epione.ledger.record.RecordSignature;
import org.epione.ledger.rules.BlockRules;
import org.epione.ledger.rules.CreditRules;
import org.epione.ledger.state.ChainHead;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.RecordPosition;
import org.epione.ledger.station.TrustAnchor;

/** A hospital and its cloud, which sign two second blocks of one chain. */
final class TwoHistories {

  private final CryptoSuite crypto;
  private final Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final Ed25519KeyPair managerKeys;
  private final Ed25519KeyPair hospitalKeys;
  private final Ed25519KeyPair cloudKeys;
  private final PartyCertificate manager;
  private final PartyCertificate hospital;
  private final List<Block> first;
  private final List<Block> second;

  TwoHistories(CryptoSuite crypto) {
    this.crypto = crypto;
    this.managerKeys = crypto.ed25519().generate();
    this.hospitalKeys = crypto.ed25519().generate();
    this.cloudKeys = crypto.ed25519().generate();
    this.manager = party(PartyKind.SYSTEM_MANAGER, "SYSTEM-MANAGER", managerKeys, Optional.empty());
    this.hospital =
        party(PartyKind.HOSPITAL, "HOSPITAL-A", hospitalKeys, Optional.of(manager.pid()));
    PartyCertificate cloud = party(PartyKind.CLOUD, "CLOUD", cloudKeys, Optional.of(manager.pid()));
    HospitalAdmittedBody founding =
        new HospitalAdmittedBody(manager, hospital, cloud, CreditRules.DEFAULT, BlockRules.DEFAULT);
    Block zero = block(ChainState.EMPTY, founding, start);
    ChainState after = ChainState.EMPTY.after(zero);
    RecordBody rules = new CreditRulesBody(CreditRules.DEFAULT);
    this.first = List.of(zero, block(after, rules, start));
    this.second = List.of(zero, block(after, rules, start.plusMillis(1)));
  }

  TrustAnchor anchor() {
    return new TrustAnchor("HOSPITAL-A", manager.identity().signingKey());
  }

  List<Block> first() {
    return first;
  }

  List<Block> second() {
    return second;
  }

  private PartyCertificate party(
      PartyKind kind, String code, Ed25519KeyPair keys, Optional<Pid> issuer) {
    Pid pid = Pid.of(crypto.random().bytes(60));
    PartyIdentity identity =
        new PartyIdentity(
            pid,
            kind,
            code,
            ByteString.of(keys.publicKey().encode()),
            ByteString.of(crypto.hpke().generate().publicKey().encode()),
            new Validity(start.minus(Duration.ofDays(1)), start.plus(Duration.ofDays(1))),
            issuer.orElse(pid));
    return identity.signed(crypto.ed25519().sign(managerKeys.secretKey(), identity.toSign()));
  }

  private Block block(ChainState before, RecordBody body, Instant time) {
    RecordContent content = new RecordContent(hospital.pid(), manager.pid(), time, body);
    LedgerRecord record =
        content.signed(
            RecordSignature.ed25519(
                crypto.ed25519().sign(managerKeys.secretKey(), content.toSign())));
    List<LedgerRecord> records = List.of(record);
    BlockHeader header =
        new BlockHeader(
            hospital.pid(),
            before.nextHeight(),
            before.head().map(ChainHead::hash).orElse(BlockHeader.NO_BLOCK),
            time,
            hospital.pid(),
            1,
            Block.tree(records).root(),
            before.apply(record, new RecordPosition(before.nextHeight(), 0)).credit().digest());
    return new Block(
        new SignedHeader(header, signed(hospitalKeys, header), signed(cloudKeys, header)), records);
  }

  private ByteString signed(Ed25519KeyPair keys, BlockHeader header) {
    return ByteString.of(crypto.ed25519().sign(keys.secretKey(), header.encode()));
  }
}

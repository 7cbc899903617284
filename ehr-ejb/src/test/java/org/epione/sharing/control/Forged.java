package org.epione.sharing.control;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.scheme.pre.Grant;
import org.epione.crypto.scheme.pre.ReEncryptedRecord;
import org.epione.crypto.scheme.pre.ReEncryptionKey;
import org.epione.crypto.scheme.pre.ScopedCiphertext;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.KeySession;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.ServerKeys;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.receipt.Inclusion;
import org.epione.ledger.record.ConsentGivenBody;
import org.epione.ledger.record.ConsentWithdrawnBody;
import org.epione.ledger.record.EpisodeReference;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.ReadId;
import org.epione.ledger.record.RecordContent;
import org.epione.ledger.record.RequestId;
import org.epione.ledger.record.StandingConsentUsedBody;
import org.epione.platform.identity.PartyCode;
import org.epione.sharing.entity.GrantCase;
import org.epione.testing.Container;

/** What attackers make, with everything that they could have. */
public final class Forged {

  private Forged() {}

  public static byte[] read(LedgerRecord reading) {
    return new ReadMessage(reading, Optional.empty()).encode();
  }

  public static byte[] read(LedgerRecord reading, Inclusion inclusion) {
    return new ReadMessage(reading, Optional.of(inclusion)).encode();
  }

  public static byte[] ask(LedgerRecord request, String name) {
    return new AskMessage(request, name, "").encode();
  }

  /** Requests sent together, be they one act or not. */
  public static byte[] askTogether(List<LedgerRecord> requests, String name) {
    return askTogether(requests, name, Optional.empty());
  }

  /** The same, with a question for further records, be it for a symptom code or not. */
  public static byte[] askTogether(
      List<LedgerRecord> requests, String name, Optional<String> further) {
    return CanonicalWriter.of("epione.sharing.requests", 1)
        .list(requests, (out, each) -> out.bytes(each.encode()))
        .text(name)
        .text("")
        .optional(further, CanonicalWriter::text)
        .toByteArray();
  }

  /** Records offered in answer to an act. */
  public static byte[] offered(Digest bundle, List<EpisodeReference> references) {
    return new OfferedMessage(bundle, references).encode();
  }

  /** The references in such a message. */
  public static List<EpisodeReference> offeredIn(byte[] message) {
    return OfferedMessage.decode(message).references();
  }

  /** The requests in such a message. */
  public static List<LedgerRecord> requestsIn(byte[] message) {
    return AskTogetherMessage.decode(message).requests();
  }

  public static byte[] issueOrder(Digest grant) {
    return new IssueOrder(grant).encode();
  }

  /** What an order is about. */
  public static Digest orderedIn(byte[] message) {
    return IssueOrder.decode(message).grant();
  }

  /** A grant message that passes the consent to one request off as the answer to another. */
  public static byte[] grantForAnother(byte[] message, byte[] other) {
    GrantMessage granted = GrantMessage.decode(message);
    GrantEvidence wanted = GrantMessage.decode(other).evidence();
    return new GrantMessage(
            new GrantEvidence(
                wanted.opened(),
                wanted.diagnosis(),
                wanted.requested(),
                granted.evidence().consented()),
            granted.sealedKeys())
        .encode();
  }

  public static byte[] addendum(RequestId request, EpisodeReference addendum) {
    return new AddendumMessage(request, addendum).encode();
  }

  public static byte[] withdrawn(LedgerRecord withdrawal) {
    return new WithdrawnMessage(withdrawal).encode();
  }

  public static ConsentWithdrawnBody withdrawal(Digest grant, RecordId episode) {
    return new ConsentWithdrawnBody(grant, episode);
  }

  /** The same record under another author, with the signature that was made. */
  public static LedgerRecord inNameOf(LedgerRecord signed, Pid author) {
    RecordContent content = signed.content();
    return new RecordContent(content.chain(), author, content.time(), content.body())
        .signed(signed.signature());
  }

  /** What the hospital says when it answers a request with a grant that it has. */
  public static LedgerRecord answeredAhead(
      Container container, PartyCode hospital, RequestId request, StolenGrant stolen) {
    return container
        .bean(ServerRecords.class)
        .byHospital(
            hospital, new StandingConsentUsedBody(request, stolen.grant(), stolen.signature()));
  }

  /** A grant message that passes such an answer off as the consent of another message. */
  public static byte[] grantedAhead(byte[] message, LedgerRecord answer, ByteString sealedKeys) {
    GrantEvidence evidence = GrantMessage.decode(message).evidence();
    return new GrantMessage(
            new GrantEvidence(
                evidence.opened(),
                evidence.diagnosis(),
                evidence.requested(),
                new OnChain(answer, evidence.consented().inclusion())),
            sealedKeys)
        .encode();
  }

  /** A receipt that says a later time than was signed. */
  public static byte[] destroyedLater(byte[] receipt) {
    DestructionReceipt signed = DestructionReceipt.decode(receipt);
    return new DestructionReceipt(
            signed.grant(),
            signed.withdrawal(),
            signed.destroyedAt().plusSeconds(1),
            signed.signature())
        .encode();
  }

  /** The receipt of one grant as if it were of another. */
  public static byte[] destroyedFor(byte[] receipt, byte[] other) {
    DestructionReceipt signed = DestructionReceipt.decode(receipt);
    DestructionReceipt wanted = DestructionReceipt.decode(other);
    return new DestructionReceipt(
            wanted.grant(), wanted.withdrawal(), signed.destroyedAt(), signed.signature())
        .encode();
  }

  /** A grant message in which the grant lasts longer than what the patient signed. */
  public static byte[] longerGrant(byte[] message, Duration more) {
    GrantMessage granted = GrantMessage.decode(message);
    GrantEvidence evidence = granted.evidence();
    LedgerRecord consented = evidence.consented().ledgerRecord();
    ConsentGivenBody body = (ConsentGivenBody) consented.body();
    Grant grant = body.grant();
    Grant longer =
        new Grant(
            grant.grantor(),
            grant.grantee(),
            grant.receivingKey(),
            grant.records(),
            grant.purpose(),
            grant.notBefore(),
            grant.notAfter().plus(more),
            grant.nonce());
    RecordContent content = consented.content();
    LedgerRecord altered =
        new RecordContent(
                content.chain(),
                content.author(),
                content.time(),
                new ConsentGivenBody(body.request(), longer))
            .signed(consented.signature());
    return new GrantMessage(
            new GrantEvidence(
                evidence.opened(),
                evidence.diagnosis(),
                evidence.requested(),
                new OnChain(altered, evidence.consented().inclusion())),
            granted.sealedKeys())
        .encode();
  }

  /**
   * All that the system manager has, tried on a ciphertext; its receiving key is all it can open.
   */
  public static byte[] openAsSystemManager(
      Container container, Digest grant, ScopedCiphertext ciphertext) {
    DelegationKeys keys = keys(container, grant);
    CryptoSuite crypto = container.bean(CryptoSuite.class);
    ReEncryptedRecord turned = turn(crypto, keys, ciphertext);
    assert turned.ciphertext().equals(ciphertext);
    return container
        .bean(ServerKeys.class)
        .open(
            PartyCode.SYSTEM_MANAGER,
            DelegationKeys.sealingInfo(),
            grant.bytes(),
            keys.sealedDelegation().bytes());
  }

  /** What system manager and doctor can do together with one grant's keys on some ciphertext. */
  public static byte[] openTogether(
      Container container, Digest grant, ScopedCiphertext ciphertext, KeySession doctor) {
    CryptoSuite crypto = container.bean(CryptoSuite.class);
    ReEncryptedRecord turned = turn(crypto, keys(container, grant), ciphertext);
    return container
        .bean(PersonKeys.class)
        .decryptGranted(doctor, grant.bytes(), ciphertext.record(), turned);
  }

  private static ReEncryptedRecord turn(
      CryptoSuite crypto, DelegationKeys keys, ScopedCiphertext ciphertext) {
    ReEncryptionKey key =
        crypto.reEncryption().decodeReEncryptionKey(keys.reEncryptionKey().bytes());
    return crypto.reEncryption().reEncrypt(key, keys.sealedDelegation().bytes(), ciphertext);
  }

  private static DelegationKeys keys(Container container, Digest grant) {
    return container.transaction(
        () -> {
          GrantCase grantCase = container.bean(CaseRegister.class).find(grant).orElseThrow();
          return container.bean(KeyIssuer.class).delegation(grantCase);
        });
  }

  /** A question for the first piece of an attachment. */
  public static byte[] pieceWanted(String reading, Digest ciphertext) {
    return new PieceWantedMessage(ReadId.ofHex(reading), ciphertext, 0).encode();
  }
}

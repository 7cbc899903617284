package org.epione.ledger.connector.anchor;

import java.math.BigInteger;
import java.util.Arrays;
import org.epione.crypto.codec.ByteString;
import org.epione.ledger.connector.port.Anchorage;
import org.epione.ledger.transparency.HeadAnchor;
import org.web3j.crypto.Hash;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.Sign;
import org.web3j.crypto.TransactionDecoder;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.crypto.transaction.type.Transaction1559;
import org.web3j.utils.Numeric;

/**
 * A signed transaction of type 2 (EIP-1559) from an account to itself, of nothing, with an anchor
 * as its data.
 *
 * @param raw as nodes take it
 */
record SignedTransaction(ByteString raw) {

  private static final int WORD = 32;
  private static final int V = 64;

  /** In Ethereum's signatures outside of typed transactions; the encoder takes it off again. */
  private static final int V_OFFSET = 27;

  /** What it does, but for the data. */
  record Terms(long chainId, long nonce, BigInteger gas, Fees fees) {}

  /** Signs. */
  static SignedTransaction sign(Terms terms, HeadAnchor data, Anchorage key) {
    RawTransaction transaction =
        RawTransaction.createTransaction(
            terms.chainId(),
            BigInteger.valueOf(terms.nonce()),
            terms.gas(),
            key.account(),
            BigInteger.ZERO,
            Numeric.toHexString(data.encode()),
            terms.fees().tip(),
            terms.fees().most());
    byte[] signature = key.sign(TransactionEncoder.encode(transaction));
    Sign.SignatureData parts =
        new Sign.SignatureData(
            (byte) (signature[V] + V_OFFSET),
            Arrays.copyOfRange(signature, 0, WORD),
            Arrays.copyOfRange(signature, WORD, V));
    return new SignedTransaction(ByteString.of(TransactionEncoder.encode(transaction, parts)));
  }

  /** Its name in the network: Keccak-256 of its bytes, 0x and 64 hexadecimal digits. */
  String hash() {
    return Numeric.toHexString(Hash.sha3(raw.bytes()));
  }

  /** What it does, but for the data. */
  Terms terms() {
    Transaction1559 transaction = transaction();
    return new Terms(
        transaction.getChainId(),
        transaction.getNonce().longValueExact(),
        transaction.getGasLimit(),
        new Fees(transaction.getMaxFeePerGas(), transaction.getMaxPriorityFeePerGas()));
  }

  /** Its data. */
  HeadAnchor data() {
    return HeadAnchor.decode(Numeric.hexStringToByteArray(transaction().getData()));
  }

  private Transaction1559 transaction() {
    return (Transaction1559)
        TransactionDecoder.decode(Numeric.toHexString(raw.bytes())).getTransaction();
  }
}

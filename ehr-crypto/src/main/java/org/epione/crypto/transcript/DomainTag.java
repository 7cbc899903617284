package org.epione.crypto.transcript;

import java.nio.charset.StandardCharsets;

/**
 * Every domain separation tag there is (RFC 9380 section 3.1): each use of a hash has its own, so
 * that a value made for one purpose can never serve another. No tag is a prefix of another.
 */
public enum DomainTag {
  /** BLS signatures in G1, draft-irtf-cfrg-bls-signature, proof-of-possession scheme. */
  BLS_SIGNATURE("BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_POP_"),
  /** Proofs of possession of a BLS key, same draft. */
  BLS_POSSESSION("BLS_POP_BLS12381G1_XMD:SHA-256_SSWU_RO_POP_"),
  /** Derivation of a BLS key from another one and a context. */
  BLS_DERIVED_KEY("EPIONE-V01-BLS-DERIVED-KEY-HKDF-SHA256"),
  /** Keys for key confirmation in SPAKE2 and SPAKE2+; the text is that of RFC 9382 and RFC 9383. */
  SPAKE_CONFIRMATION_KEYS("ConfirmationKeys"),
  /** Shared key of SPAKE2+; the text is that of RFC 9383. */
  SPAKE_SHARED_KEY("SharedKey"),
  /** Verifiers that stand for accounts which do not exist, from a secret of the server. */
  SPAKE2PLUS_DECOY("EPIONE-V01-SPAKE2PLUS-DECOY-HKDF-SHA256"),
  /** Generators of attribute-based signatures, in G1. */
  ABS_GENERATOR("EPIONE-V01-ABS-GENERATOR-BLS12381G1_XMD:SHA-256_SSWU_RO_"),
  /** An attribute as what attribute-based signing keys certify, modulo q. */
  ABS_ATTRIBUTE("EPIONE-V01-ABS-ATTRIBUTE-XMD:SHA-256"),
  /** The challenge of an attribute-based signature, modulo q. */
  ABS_CHALLENGE("EPIONE-V01-ABS-CHALLENGE-XMD:SHA-256"),
  /** H_E of SCOPED: a record's identity to G1. */
  SCOPED_RECORD("EPIONE-V01-SCOPED-RECORD-BLS12381G1_XMD:SHA-256_SSWU_RO_"),
  /** H_T of SCOPED: a symptom tag to G1. */
  SCOPED_SYMPTOM("EPIONE-V01-SCOPED-SYMPTOM-BLS12381G1_XMD:SHA-256_SSWU_RO_"),
  /** H_X of SCOPED: delegation secret and record to G1. */
  SCOPED_DELEGATION("EPIONE-V01-SCOPED-DELEGATION-BLS12381G1_XMD:SHA-256_SSWU_RO_"),
  /** H_V of SCOPED: header and payload digest to G1. */
  SCOPED_VALIDITY("EPIONE-V01-SCOPED-VALIDITY-BLS12381G1_XMD:SHA-256_SSWU_RO_"),
  /** H2 of SCOPED: pairing value to the searchable tag. */
  SCOPED_MATCH("EPIONE-V01-SCOPED-MATCH-HKDF-SHA256"),
  /** Key of the data part of SCOPED from the pairing value. */
  SCOPED_PAYLOAD("EPIONE-V01-SCOPED-PAYLOAD-HKDF-SHA256"),
  /** Sealing of the delegation secret to the grantee. */
  SCOPED_SEAL("EPIONE-V01-SCOPED-SEAL-HPKE"),
  /** g^a of C-AB/IB-ES: a fixed string to G1. */
  COMBINED_BASE("EPIONE-V01-COMBINED-BASE-BLS12381G1_XMD:SHA-256_SSWU_RO_"),
  /** h_attr of C-AB/IB-ES: an attribute to G1. */
  COMBINED_ATTRIBUTE("EPIONE-V01-COMBINED-ATTRIBUTE-BLS12381G1_XMD:SHA-256_SSWU_RO_"),
  /** h_id of C-AB/IB-ES: a pseudo-identity to G1. */
  COMBINED_IDENTITY("EPIONE-V01-COMBINED-IDENTITY-BLS12381G1_XMD:SHA-256_SSWU_RO_"),
  /** h_rec of C-AB/IB-ES: a record's identity to G1. */
  COMBINED_RECORD("EPIONE-V01-COMBINED-RECORD-BLS12381G1_XMD:SHA-256_SSWU_RO_"),
  /** h_msg of C-AB/IB-ES: a message that is signed to G1. */
  COMBINED_MESSAGE("EPIONE-V01-COMBINED-MESSAGE-BLS12381G1_XMD:SHA-256_SSWU_RO_"),
  /** Q of attribute-based proxy re-encryption: a fixed string to G1. */
  ABPRE_BASE("EPIONE-V01-ABPRE-BASE-BLS12381G1_XMD:SHA-256_SSWU_RO_"),
  /** Coins of an encapsulation from the seed. */
  FO_COINS("EPIONE-V01-FO-COINS-HKDF-SHA256"),
  /** Key that seals the seed, from the encapsulated key. */
  FO_SEED("EPIONE-V01-FO-SEED-HKDF-SHA256"),
  /** Key of the payload from the seed. */
  FO_PAYLOAD("EPIONE-V01-FO-PAYLOAD-HKDF-SHA256"),
  /** u, v and d of LIU: names of parameters to G1. */
  LIU_PARAMETER_G1("EPIONE-V01-LIU-PARAMETER-BLS12381G1_XMD:SHA-256_SSWU_RO_"),
  /** g1 and g2 of LIU: names of parameters to G2. */
  LIU_PARAMETER_G2("EPIONE-V01-LIU-PARAMETER-BLS12381G2_XMD:SHA-256_SSWU_RO_"),
  /** Symptom tag of LIU to an exponent. */
  LIU_SYMPTOM("EPIONE-V01-LIU-SYMPTOM-XMD:SHA-256"),
  /** H3 of LIU: header and payload digest to an exponent. */
  LIU_VALIDITY("EPIONE-V01-LIU-VALIDITY-XMD:SHA-256"),
  /** H2 of LIU: pairing value to the searchable tag. */
  LIU_MATCH("EPIONE-V01-LIU-MATCH-HKDF-SHA256"),
  /** Key of the data part of LIU from the pairing value. */
  LIU_PAYLOAD("EPIONE-V01-LIU-PAYLOAD-HKDF-SHA256"),
  /** Sealing of the messages that make a re-encryption key of LIU. */
  LIU_REKEY("EPIONE-V01-LIU-REKEY-HPKE"),
  /** Keys for AES-256-GCM that callers derive under a label. */
  AEAD_KEY("EPIONE-V01-AEAD-KEY-HKDF-SHA256"),
  /** Key of a sealed stream and the commitment to it. */
  STREAM_KEY("EPIONE-V01-STREAM-KEY-HKDF-SHA256"),
  /** Keys for HMAC that callers derive under a label. */
  MAC_KEY("EPIONE-V01-MAC-KEY-HKDF-SHA256"),
  /** The pairing backend's test of itself at start: the tag of RFC 9380's vectors for G1. */
  SELF_TEST("QUUX-V01-CS02-with-BLS12381G1_XMD:SHA-256_SSWU_RO_"),
  /** The same for G2. */
  SELF_TEST_G2("QUUX-V01-CS02-with-BLS12381G2_XMD:SHA-256_SSWU_RO_");

  private final String text;

  DomainTag(String text) {
    this.text = text;
  }

  /** The tag as it goes into the hash; ASCII. */
  public String text() {
    return text;
  }

  /** The tag's bytes. */
  public byte[] bytes() {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

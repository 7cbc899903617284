package org.epione.crypto.scheme.pre.liu;

import java.nio.charset.StandardCharsets;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.G2;
import org.epione.crypto.transcript.DomainTag;

/**
 * The public parameters, which the paper picks at random: here hashed to the curve from their
 * names, so that nobody knows a relation between them or to the generators. That matters: were g1 a
 * known power of ĝ, e(g, C1) would give everybody the key of a record.
 *
 * @param g1 base of C1
 * @param g2 base of the searchable tag
 * @param u raised to h in C5
 * @param vd the product of v and d, which only ever occur together
 */
record LiuParameters(G2 g1, G2 g2, G1 u, G1 vd) {

  static LiuParameters in(BilinearGroup group) {
    return new LiuParameters(
        group.hashToG2(DomainTag.LIU_PARAMETER_G2, name("g1")).prepared(),
        group.hashToG2(DomainTag.LIU_PARAMETER_G2, name("g2")).prepared(),
        group.hashToG1(DomainTag.LIU_PARAMETER_G1, name("u")).prepared(),
        group
            .hashToG1(DomainTag.LIU_PARAMETER_G1, name("v"))
            .multiply(group.hashToG1(DomainTag.LIU_PARAMETER_G1, name("d"))));
  }

  private static byte[] name(String name) {
    return name.getBytes(StandardCharsets.US_ASCII);
  }
}

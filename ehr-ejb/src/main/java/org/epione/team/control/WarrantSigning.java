package org.epione.team.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.identity.EpisodeId;
import org.epione.crypto.identity.Nonce;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.scheme.warrant.Warrant;
import org.epione.crypto.signature.BlsSignature;
import org.epione.custody.boundary.Will;
import org.epione.ledger.record.SignedWarrant;
import org.epione.team.entity.Episode;
import org.epione.team.entity.TeamMember;

/** The patient's signature on a warrant for each of some doctors, for their places. */
@ApplicationScoped
public class WarrantSigning {

  /** HL7 v3 PurposeOfUse: treatment. */
  private static final String TREATMENT = "TREAT";

  @Inject private TeamSettings settings;
  @Inject private CryptoSuite suite;

  /** Signs, herself or her guardian, and notes the warrants with the places. */
  List<SignedWarrant> sign(Will will, Episode episode, List<TeamMember> members, Instant now) {
    List<Warrant> warrants = members.stream().map(member -> warrant(episode, member, now)).toList();
    List<BlsSignature> signatures =
        will.signAllForEpisode(
            ByteString.ofHex(episode.id()).bytes(),
            warrants.stream().map(Warrant::encode).toList());
    List<SignedWarrant> signed = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      members.get(i).warranted(warrants.get(i).encode(), signatures.get(i).encode());
      signed.add(SignedWarrant.of(warrants.get(i), signatures.get(i)));
    }
    return signed;
  }

  private Warrant warrant(Episode episode, TeamMember member, Instant now) {
    return new Warrant(
        EpisodeId.of(ByteString.ofHex(episode.id()).bytes()),
        Pseudonym.of(episode.patientPseudonym()),
        Pseudonym.of(member.doctorPseudonym()),
        member.place(),
        now,
        now.plus(settings.warrantTime()),
        TREATMENT,
        Nonce.random(suite.random()));
  }
}

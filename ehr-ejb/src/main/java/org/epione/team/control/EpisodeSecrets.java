package org.epione.team.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import org.epione.custody.boundary.ServerKeys;
import org.epione.platform.identity.PartyCode;
import org.epione.team.entity.Episode;

/** The medical facts that the hospital keeps of an episode, under its server key. */
@ApplicationScoped
public class EpisodeSecrets {

  @EJB private ServerKeys serverKeys;

  byte[] seal(PartyCode hospital, String episode, SealedFacts facts) {
    return serverKeys.protect(hospital, label(episode), facts.encode());
  }

  SealedFacts open(Episode episode) {
    return SealedFacts.decode(
        serverKeys.unprotect(
            new PartyCode(episode.hospital()), label(episode.id()), episode.sealedFacts()));
  }

  private static String label(String episode) {
    return "team.episode:" + episode;
  }
}

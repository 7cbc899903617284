package org.epione.appointment.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.epione.party.boundary.Parties;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;

/** What is answered under the treatment key, JSON in UTF-8. */
@ApplicationScoped
public class DeskAnswer {

  @EJB private Parties parties;
  @Inject private HospitalTime time;

  /**
   * All that somebody sees, with the hospital, its time zone, and why the last request was refused,
   * if it was.
   */
  byte[] of(PartyCode hospital, JsonObjectBuilder seen, Optional<RefusedException> refusal) {
    seen.add("hospital", parties.name(hospital)).add("zone", time.zone().getId());
    refusal.ifPresent(
        refused ->
            seen.add(
                "refused",
                Json.createObjectBuilder()
                    .add("code", refused.code().code())
                    .add("text", (refused.code().text() + " " + refused.detail()).strip())));
    return seen.build().toString().getBytes(StandardCharsets.UTF_8);
  }
}

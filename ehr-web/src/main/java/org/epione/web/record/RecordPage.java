package org.epione.web.record;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.epione.platform.error.RefusedException;
import org.epione.record.boundary.MyRecords;
import org.epione.record.boundary.RecordView;
import org.epione.web.error.PageMessages;
import org.epione.web.guardian.ActingFor;
import org.epione.web.session.SignedInUser;
import org.jspecify.annotations.Nullable;

/**
 * One record, asked of the cloud when the page is shown and decrypted when it has come. A request
 * at a time: the plain text is never in the HTTP session.
 */
@Named
@RequestScoped
public class RecordPage {

  /** How often the page looks whether the cloud has answered, before it says that it takes long. */
  private static final int PATIENCE = 60;

  @EJB private MyRecords records;
  @Inject private SignedInUser user;
  @Inject private ActingFor actingFor;

  private String id = "";
  private String opening = "";
  private int looks;
  private boolean over;
  private @Nullable RecordView record;

  /** Asks for the record, once. */
  public void ask() {
    if (opening.isEmpty() && !over) {
      attempt(() -> opening = records.ask(actingFor.patient(), id).id());
    }
  }

  /** Looks whether it has come. */
  public void look() {
    looks++;
    attempt(
        () -> {
          record = records.read(user.keySession(), id, opening).record().orElse(null);
          over = record != null;
        });
  }

  private void attempt(Runnable act) {
    try {
      act.run();
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
      over = true;
    }
  }

  /** Whether the page has still to look. */
  public boolean isWaiting() {
    return !over && looks < PATIENCE;
  }

  /** Whether the cloud has not answered for long. */
  public boolean isLate() {
    return !over && looks >= PATIENCE;
  }

  /** The opening that the page waits for. */
  public String getOpening() {
    return opening;
  }

  public void setOpening(@Nullable String opening) {
    this.opening = Objects.requireNonNullElse(opening, "");
  }

  /** How often the page has looked. */
  public int getLooks() {
    return looks;
  }

  public void setLooks(int looks) {
    this.looks = looks;
  }

  public @Nullable RecordView getRecord() {
    return record;
  }

  public String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = Objects.requireNonNullElse(id, "");
  }
}

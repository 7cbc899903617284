package org.epione.web.sharing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.epione.platform.error.RefusedException;
import org.epione.sharing.boundary.AddendumNoticeView;
import org.epione.sharing.boundary.ReadingView;
import org.epione.sharing.boundary.RecordRequests;
import org.epione.sharing.boundary.SharedRecord;
import org.epione.web.error.PageMessages;
import org.epione.web.session.SignedInUser;
import org.jspecify.annotations.Nullable;

/** One reading: what it waits for, why it was refused, or the record. Nothing of it is kept. */
@Named("sharedRecordPage")
@RequestScoped
public class SharedRecordPage {
  @EJB private RecordRequests requests;
  @Inject private SignedInUser user;

  private String id = "";
  private @Nullable ReadingView reading;
  private @Nullable SharedRecord content;
  private List<AddendumNoticeView> addenda = List.of();

  /** Loads the reading, and opens the record if it is here. */
  public void load() {
    try {
      ReadingView found = requests.reading(id);
      reading = found;
      addenda = requests.request(found.request()).addenda();
      if (found.state().equals("DELIVERED")) {
        content = requests.open(id, user.keySession());
      }
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
  }

  /** Whether something is still to come. */
  public boolean isWaiting() {
    ReadingView found = reading;
    return found != null && (found.state().equals("RECORDING") || found.state().equals("ASKED"));
  }

  public @Nullable ReadingView getReading() {
    return reading;
  }

  /** What was added to the record that is read. */
  public List<AddendumNoticeView> getAddenda() {
    return addenda;
  }

  public @Nullable SharedRecord getContent() {
    return content;
  }

  public String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = id == null ? "" : id;
  }
}

package org.epione.web.team;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.team.boundary.PartView;
import org.epione.team.boundary.SigningView;
import org.epione.team.boundary.TurnView;
import org.epione.team.boundary.Turns;
import org.epione.web.session.SignedInUser;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** One turn: what the doctors before wrote, the own diagnosis with its draft, and signing. */
@Named
@RequestScoped
public class TurnPage extends SigningPage {

  @EJB private Turns turns;
  @Inject private SignedInUser user;
  @Inject private Texts texts;

  private int version;
  private boolean asked;
  private @Nullable TurnView turn;

  /** Called when the page is first shown. */
  public void load() {
    TurnView opened = getTurn();
    if (opened != null) {
      begin(opened.draft(), opened.place());
      version = opened.draftVersion();
    }
  }

  @Override
  protected SigningView prepared() {
    SigningView prepared =
        turns.prepare(user.keySession(), getEpisode(), getStep(), version, getText());
    version = prepared.draftVersion();
    return prepared;
  }

  @Override
  protected void signShown(char[] typed) throws WrongPasswordException {
    turns.sign(user.keySession(), getEpisode(), getStep(), getShownDigest(), typed);
  }

  @Override
  protected void giveBack() {
    turns.sendBack(user.keySession(), getEpisode(), getStep(), getReturnTo(), getReason());
  }

  @Override
  protected String told(String done) {
    return texts.get("teamText", "turn." + done);
  }

  /** The turn, opened anew in each request, and once: what is refused is said once. */
  public @Nullable TurnView getTurn() {
    String episode = getEpisode();
    if (!asked && !episode.isEmpty()) {
      asked = true;
      quietly(
          () -> {
            turn = turns.open(user.keySession(), episode);
            at(turn.step());
          });
    }
    return turn;
  }

  public String getEpisode() {
    return shown();
  }

  public void setEpisode(@Nullable String episode) {
    show(episode);
  }

  /** The version of the draft that the text on the page follows. */
  public int getVersion() {
    return version;
  }

  public void setVersion(int version) {
    this.version = version;
  }

  @Override
  public List<PartView> getEarlier() {
    TurnView opened = getTurn();
    return opened == null ? List.of() : opened.before();
  }
}

package org.epione.platform.identity;

/** What a party is: a server with keys of its own. */
public enum PartyRole {
  SYSTEM_MANAGER,
  HOSPITAL,
  CLOUD
}

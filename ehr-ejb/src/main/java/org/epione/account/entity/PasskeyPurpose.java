package org.epione.account.entity;

/** What an authenticator is asked for. */
public enum PasskeyPurpose {
  /** To make a passkey. */
  REGISTER,
  /** To sign in by one. */
  SIGN_IN
}

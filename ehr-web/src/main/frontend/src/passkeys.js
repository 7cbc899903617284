// What a page and an authenticator tell each other (WebAuthn Level 3, section 5): options come as JSON, with bytes in
// Base64 for URLs, and the answer goes back as JSON of the same form. Browsers can do both by themselves only lately,
// and password managers that answer in their place not at all, so it is done here for all alike.

/** The bytes of a text in Base64 for URLs. */
export function bytesOf(text) {
  const padded = text.replaceAll('-', '+').replaceAll('_', '/');
  return Uint8Array.from(atob(padded), (character) => character.charCodeAt(0));
}

/** Bytes as text in Base64 for URLs, without padding. */
export function textOf(bytes) {
  const characters = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('');
  return btoa(characters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

const named = (credentials) => credentials.map((each) => ({ ...each, id: bytesOf(each.id) }));

/** Options for navigator.credentials.create or get, from the server's JSON. */
export function optionsOf(json) {
  const options = JSON.parse(json);
  options.challenge = bytesOf(options.challenge);
  if (options.user) {
    options.user.id = bytesOf(options.user.id);
    options.excludeCredentials = named(options.excludeCredentials);
  } else {
    options.allowCredentials = named(options.allowCredentials);
  }
  return options;
}

/** What the server is told of the answer, as JSON. */
export function answerOf(credential) {
  const { response } = credential;
  const told = { clientDataJSON: textOf(response.clientDataJSON) };
  if (response.attestationObject) {
    told.attestationObject = textOf(response.attestationObject);
    told.transports = response.getTransports ? response.getTransports() : [];
  } else {
    told.authenticatorData = textOf(response.authenticatorData);
    told.signature = textOf(response.signature);
    told.userHandle = response.userHandle ? textOf(response.userHandle) : null;
  }
  return JSON.stringify({ id: credential.id, rawId: textOf(credential.rawId), type: credential.type, response: told, clientExtensionResults: {} });
}

/** Of whom the options are: the address that passkeys are bound to. */
export const addressOf = (options) => options.rp?.id ?? options.rpId;

/**
 * Why there is no answer, as the name of a text. Browsers say the same for a person who stops, for none that fits and
 * for time that is over, so that pages learn nothing of what there is; only the time can be told apart.
 */
export function reasonOf(failure, waited, limit) {
  switch (failure?.name) {
    case 'NotAllowedError':
    case 'AbortError':
      return waited >= limit ? 'late' : 'cancelled';
    case 'TimeoutError':
      return 'late';
    case 'InvalidStateError':
      return 'known';
    case 'SecurityError':
      return 'address';
    case 'NotSupportedError':
      return 'unable';
    default:
      return 'failed';
  }
}

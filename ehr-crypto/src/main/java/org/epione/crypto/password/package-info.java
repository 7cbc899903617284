/**
 * Password stretching with Argon2id; what the stretched secret is used for is decided elsewhere.
 */
@NullMarked
package org.epione.crypto.password;

import org.jspecify.annotations.NullMarked;

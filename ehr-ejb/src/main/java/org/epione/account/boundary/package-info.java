/** People who can sign in: invitation, activation, sign-in. */
@NullMarked
package org.epione.account.boundary;

import org.jspecify.annotations.NullMarked;

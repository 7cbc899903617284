/** Accounts and invitations as rows. */
@NullMarked
package org.epione.account.entity;

import org.jspecify.annotations.NullMarked;

/**
 * Lost passwords: a person's keys are opened again by two shares, one of the hospital and one of
 * the system manager, never by one of them alone (docs/adr/0015-lost-passwords.md).
 */
@NullMarked
package org.epione.recovery.boundary;

import org.jspecify.annotations.NullMarked;

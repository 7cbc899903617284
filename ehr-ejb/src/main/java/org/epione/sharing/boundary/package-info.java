/**
 * What people do about sharing a record between hospitals: a doctor asks and reads, the patient
 * consents and withdraws, the system manager issues re-encryption keys. Against {@code
 * org.epione.record}, which is about making a record, this is about letting one person elsewhere
 * read it. Nothing here gives the system manager anything that is readable.
 */
@NullMarked
package org.epione.sharing.boundary;

import org.jspecify.annotations.NullMarked;

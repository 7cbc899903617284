/**
 * Who had to do with a patient's records, told to that patient, and her complaints about it.
 * Against {@code org.epione.audit}, which shows auditors the chain by pseudonyms, this shows one
 * patient her own episodes, by names, from the chain and from what the hospital recorded.
 */
@NullMarked
package org.epione.disclosure.boundary;

import org.jspecify.annotations.NullMarked;

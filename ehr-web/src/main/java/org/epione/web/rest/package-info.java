/**
 * What all REST resources share: application path, protection against forged requests, problem
 * documents. The resources live with their features.
 */
@NullMarked
package org.epione.web.rest;

import org.jspecify.annotations.NullMarked;

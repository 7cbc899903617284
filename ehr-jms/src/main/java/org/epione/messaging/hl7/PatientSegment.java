package org.epione.messaging.hl7;

import ca.uhn.hl7v2.model.v251.datatype.CX;
import ca.uhn.hl7v2.model.v251.datatype.XAD;
import ca.uhn.hl7v2.model.v251.datatype.XPN;
import ca.uhn.hl7v2.model.v251.datatype.XTN;
import ca.uhn.hl7v2.model.v251.segment.PID;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.epione.enrolment.boundary.AdministrativeSex;
import org.epione.enrolment.boundary.BirthDate;
import org.epione.enrolment.boundary.Change;
import org.epione.enrolment.boundary.PatientNumber;
import org.epione.enrolment.boundary.PatientView;
import org.epione.enrolment.boundary.PostalAddress;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a PID segment that are used, each as what it says: an empty field changes nothing,
 * two double quotes delete. Where a field repeats, the repetition of the legal name, the home
 * address and the medical record number is preferred, else the first.
 */
final class PatientSegment {

  private static final String DELETE = "\"\"";
  private static final List<String> NUMBER_TYPES = List.of("MR", "PI", "PT", "");

  private final PID pid;

  PatientSegment(PID pid) {
    this.pid = pid;
  }

  /** PID-3, or PID-2 as the senders of versions before 2.3.1 have it. */
  PatientNumber number(String hospital) throws InvalidMessageException {
    CX chosen = null;
    for (CX candidate : pid.getPatientIdentifierList()) {
      boolean usable = !given(candidate.getIDNumber().getValue()).isEmpty();
      if (usable && (chosen == null || rank(candidate) < rank(chosen))) {
        chosen = candidate;
      }
    }
    if (chosen == null) {
      chosen = pid.getPatientID();
    }
    String value = given(chosen.getIDNumber().getValue());
    String namespace = given(chosen.getAssigningAuthority().getNamespaceID().getValue());
    String universal = given(chosen.getAssigningAuthority().getUniversalID().getValue());
    String named = namespace.isEmpty() ? universal : namespace;
    if (value.isEmpty()) {
      throw new InvalidMessageException(Fault.IDENTIFIER_MISSING);
    }
    try {
      return new PatientNumber(named.isEmpty() ? hospital : named, value);
    } catch (IllegalArgumentException tooLong) {
      throw new InvalidMessageException(Fault.IDENTIFIER_TOO_LONG);
    }
  }

  private static int rank(CX number) {
    int rank = NUMBER_TYPES.indexOf(given(number.getIdentifierTypeCode().getValue()));
    return rank < 0 ? NUMBER_TYPES.size() : rank;
  }

  Change<String> familyName() throws InvalidMessageException {
    return name(n -> n.getFamilyName().getSurname().getValue());
  }

  Change<String> givenName() throws InvalidMessageException {
    return name(n -> n.getGivenName().getValue());
  }

  private Change<String> name(Part<XPN> part) throws InvalidMessageException {
    Optional<XPN> name = preferred(pid.getPatientName(), n -> n.getNameTypeCode().getValue(), "L");
    return limited(
        change(name.map(part::of).orElse(null)), PatientView.MAX_NAME, Fault.NAME_TOO_LONG);
  }

  /** PID-7: YYYY, YYYYMM or YYYYMMDD; a time of day that follows is left out. */
  Change<BirthDate> birthDate() throws InvalidMessageException {
    String text = given(pid.getDateTimeOfBirth().getTime().getValue());
    if (text.isEmpty()) {
      return Change.keep();
    }
    if (text.equals(DELETE)) {
      return Change.clear();
    }
    String digits = text.length() > 8 ? text.substring(0, 8) : text;
    return switch (digits.length()) {
      case 4 -> birthDate(digits);
      case 6 -> birthDate(digits.substring(0, 4) + "-" + digits.substring(4));
      case 8 ->
          birthDate(
              digits.substring(0, 4) + "-" + digits.substring(4, 6) + "-" + digits.substring(6));
      default -> throw new InvalidMessageException(Fault.BIRTH_DATE);
    };
  }

  private static Change<BirthDate> birthDate(String iso) throws InvalidMessageException {
    return Change.to(
        BirthDate.parse(iso).orElseThrow(() -> new InvalidMessageException(Fault.BIRTH_DATE)));
  }

  Change<AdministrativeSex> sex() throws InvalidMessageException {
    String code = given(pid.getAdministrativeSex().getValue()).toUpperCase(Locale.ROOT);
    return switch (code) {
      case "" -> Change.keep();
      case DELETE, "U" -> Change.to(AdministrativeSex.UNKNOWN);
      case "F" -> Change.to(AdministrativeSex.FEMALE);
      case "M" -> Change.to(AdministrativeSex.MALE);
      case "O", "A", "N" -> Change.to(AdministrativeSex.OTHER);
      default -> throw new InvalidMessageException(Fault.SEX);
    };
  }

  /** PID-11: one value, since its parts belong together; deleted where its first part is. */
  Change<PostalAddress> address() throws InvalidMessageException {
    Optional<XAD> found =
        preferred(pid.getPatientAddress(), a -> a.getAddressType().getValue(), "H");
    if (found.isEmpty()) {
      return Change.keep();
    }
    XAD address = found.get();
    String street = given(address.getStreetAddress().getStreetOrMailingAddress().getValue());
    if (street.equals(DELETE)) {
      return Change.clear();
    }
    List<String> rest =
        Stream.of(
                address.getCity().getValue(),
                address.getStateOrProvince().getValue(),
                address.getZipOrPostalCode().getValue(),
                address.getCountry().getValue())
            .map(PatientSegment::given)
            .map(part -> part.equals(DELETE) ? "" : part)
            .toList();
    try {
      PostalAddress all =
          new PostalAddress(street, rest.get(0), rest.get(1), rest.get(2), rest.get(3));
      return all.equals(PostalAddress.NONE) ? Change.keep() : Change.to(all);
    } catch (IllegalArgumentException tooLong) {
      throw new InvalidMessageException(Fault.ADDRESS_TOO_LONG);
    }
  }

  /** PID-13: the formatted number, the unformatted one, or area code and number. */
  Change<String> phone() throws InvalidMessageException {
    XTN[] numbers = pid.getPhoneNumberHome();
    if (numbers.length == 0) {
      return Change.keep();
    }
    XTN phone = numbers[0];
    String area = given(phone.getAreaCityCode().getValue());
    String parts = (area + " " + given(phone.getLocalNumber().getValue())).strip();
    String text =
        Stream.of(
                phone.getTelephoneNumber().getValue(),
                phone.getUnformattedTelephoneNumber().getValue())
            .map(PatientSegment::given)
            .filter(number -> !number.isEmpty())
            .findFirst()
            .orElse(parts);
    return limited(change(text), PatientView.MAX_PHONE, Fault.PHONE_TOO_LONG);
  }

  /** Reads one part of a data type; null where it was not sent. */
  private interface Part<T> {
    @Nullable String of(T type);
  }

  private static <T> Optional<T> preferred(T[] repetitions, Part<T> type, String wanted) {
    return Arrays.stream(repetitions)
        .filter(r -> Objects.equals(type.of(r), wanted))
        .findFirst()
        .or(() -> Arrays.stream(repetitions).findFirst());
  }

  private static Change<String> limited(Change<String> change, int length, Fault fault)
      throws InvalidMessageException {
    if (change instanceof Change.Replace<String> replace && replace.value().length() > length) {
      throw new InvalidMessageException(fault);
    }
    return change;
  }

  private static Change<String> change(@Nullable String value) {
    String text = given(value);
    if (text.isEmpty()) {
      return Change.keep();
    }
    return text.equals(DELETE) ? Change.clear() : Change.to(text);
  }

  /** The text without control characters, which no name, number or address has. */
  static String given(@Nullable String value) {
    return value == null ? "" : value.replaceAll("\\p{Cntrl}+", " ").strip();
  }
}

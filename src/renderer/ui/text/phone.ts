import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** A telephone number as one dials it, in groups; as it is where it is none. */
export const phoneText = (phone: string): string =>
  parsePhoneNumberFromString(phone)?.formatInternational() ?? phone;

import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * E.164 where the number is valid, else null; `00` is the international prefix. A number that a spreadsheet has turned
 * into 9.19876E+11 has lost its digits and is no number any more.
 * @param region ISO country of numbers without an international prefix
 */
export const phoneOf = (text: string, region: string | null): string | null => {
  const body = text.replace(/^'/, '').replace(/^00/, '+');
  if (/e\+?\d+$/i.test(body)) return null;
  const phone = parsePhoneNumberFromString(
    body,
    region ? { defaultCountry: region as CountryCode } : undefined,
  );
  return phone?.isValid() ? phone.number : null;
};

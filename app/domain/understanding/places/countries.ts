/** ISO 3166-1 alpha-2, the 2020 edition's officially assigned codes. */
const CODES =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'.split(
    ' ',
  );

const names = new Intl.DisplayNames('en-GB', { type: 'region' });

export const countryName = (code: string): string => names.of(code) ?? code;

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll('&', 'and')
    .replaceAll(/[^a-z]+/g, ' ')
    .trim();

const BY_NAME = new Map(
  CODES.flatMap((code) => [[plain(countryName(code)), code] as const, [code.toLowerCase(), code] as const]),
);

/** The code of a country as it is called in English, or as its code. */
export const countryCalled = (text: string): string | null => BY_NAME.get(plain(text)) ?? null;

export const COUNTRY_ROLES = ['source', 'transit', 'destination'] as const;
export type CountryRole = (typeof COUNTRY_ROLES)[number];

export const ROLE_NAMES: Record<CountryRole, string> = {
  source: 'Source countries',
  transit: 'Transit countries',
  destination: 'Destination countries',
};

/** Countries of a text, one a line or set apart by commas: their codes once each, or the first that is none. */
export function countriesIn(text: string): { codes: string[] } | { unknown: string } {
  const typed = text
    .split(/[\n,;]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const unknown = typed.find((name) => countryCalled(name) === null);
  if (unknown !== undefined) return { unknown };
  return { codes: [...new Set(typed.flatMap((name) => countryCalled(name) ?? []))] };
}

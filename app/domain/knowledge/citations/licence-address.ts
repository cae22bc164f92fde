const CREATIVE_COMMONS = /^cc[\s-]*(by(?:-(?:nc|sa|nd|nc-sa|nc-nd))?)[\s-]*([34]\.0)$/i;
const OPEN_GOVERNMENT = /^(?:open government licence|ogl)(?:\s+v?(?:ersion )?([123])(?:\.0)?)?$/i;

/** Where the text of a licence stands, if its name is one that everybody writes alike. */
export function licenceAddress(licence: string): string | null {
  const name = licence.trim();
  const [, terms, version] = CREATIVE_COMMONS.exec(name) ?? [];
  if (terms && version) return `https://creativecommons.org/licenses/${terms.toLowerCase()}/${version}/`;
  if (/^cc0(?:[\s-]*1\.0)?$/i.test(name)) return 'https://creativecommons.org/publicdomain/zero/1.0/';
  const government = OPEN_GOVERNMENT.exec(name);
  return government
    ? `https://www.nationalarchives.gov.uk/doc/open-government-licence/version/${government[1] ?? '3'}/`
    : null;
}

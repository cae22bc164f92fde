import { labelOf } from '../pack/field-label';
import { escapeHtml, pageOf } from '../pack/pack-html';
import type { PackFile } from '../pack/write-pack.server';
import type { Redaction } from './redaction';

export interface ReportedRedaction extends Redaction {
  exemptionTitle: string;
  absolute: boolean;
  publicInterest: string;
  setTitle: string;
}

const whatOf = ({ recordKey, field, passage }: Redaction): string => {
  if (recordKey === null) return 'the whole file';
  if (field === null) return 'a whole record';
  return passage === null ? `the field “${labelOf(field.split('/').at(-1) ?? '')}”` : 'a passage';
};

/** Each redaction with its exemption and how the public interest was weighed, without what it withholds. */
export function redactionReport(
  redactions: readonly ReportedRedaction[],
  clean: (text: string) => string,
): PackFile[] {
  const listed = redactions.map((one) => ({
    in: one.setTitle,
    what: clean(whatOf(one)),
    exemption: one.exemption,
    title: one.exemptionTitle,
    kind: one.absolute ? 'absolute' : 'qualified',
    publicInterest: clean(one.publicInterest),
    everywhere: one.everywhere === true,
  }));
  const items = listed.map(
    (one) =>
      `<li>${escapeHtml(one.in)}: ${escapeHtml(one.what)}${one.everywhere ? ', wherever else it stands' : ''}. ` +
      `<strong>${escapeHtml(one.exemption)}</strong> (${escapeHtml(one.title)}, ${one.kind}).` +
      (one.publicInterest === '' ? '' : ` Public interest: ${escapeHtml(one.publicInterest)}`) +
      '</li>',
  );
  const body =
    `<p><a href="index.html">Contents</a></p><h1>What was withheld</h1><p>Under the Freedom of Information Act 2000. ` +
    `Withheld words read “[redacted: section]”. Fingerprints of texts are left out of a redacted pack, and facts with ` +
    `withheld words are left out whole, with the stretch of the chain around them.</p><ol>${items.join('')}</ol>`;
  return [
    { path: 'redactions.json', text: `${JSON.stringify(listed, null, 1)}\n` },
    { path: 'redactions.html', text: pageOf('What was withheld', body) },
  ];
}

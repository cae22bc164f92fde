import { isoDay } from '../../uk-time';
import type { ImpactInput } from './impact-form';
import type { StatementContent } from './statement-content';

interface Told {
  reference: string;
  input: ImpactInput;
  finding: string;
  version: { number: number; title: string; authors: { name: string }[] };
  organisation: string;
  now: Date;
}

/** What a record says, as the statement that is signed and given out. */
export function statementOf({
  reference,
  input,
  finding,
  version,
  organisation,
  now,
}: Told): StatementContent {
  const { decision, decidedOn, effect, evidence } = input;
  return {
    kind: 'soundings-corroboration-statement',
    record: reference,
    finding,
    findingVersion: version.number,
    findingTitle: version.title,
    authors: version.authors.map(({ name }) => name),
    organisation,
    decision,
    decidedOn: isoDay(decidedOn),
    effect,
    evidence,
    issuedAt: now.toISOString(),
  };
}
